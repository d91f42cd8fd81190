package io.partnerledger.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The organizations of a generated ledger. Few are in most of the news, as in the real one. With a subject, every
 * statement about announcements below {@code ofSubject} names it, and none of the later ones does.
 */
record Parties(int count, int firstOther, long ofSubject) {

    static final String SUBJECT = "subject-of-all";

    /** So many organizations, and nobody in particular. */
    static Parties of(int count) {
        return new Parties(count, 0, 0);
    }

    /** A subject that the first announcements are about, with partners of its own, then the others. */
    static Parties around(long announcementsOfSubject, int partners, int others) {
        return new Parties(partners + others, partners, announcementsOfSubject);
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "company-%04d", number);
    }

    boolean isOfSubject(long announcement) {
        return announcement < ofSubject;
    }

    /** An organization other than the subject that announcement {@code n} may be about. */
    int any(long n, SplittableRandom random) {
        int from = isOfSubject(n) ? 0 : firstOther;
        int to = isOfSubject(n) ? firstOther : count;
        double drawn = random.nextDouble();
        return from + (int) ((to - from) * drawn * drawn);
    }

    String first(long n, SplittableRandom random) {
        return isOfSubject(n) ? SUBJECT : id(any(n, random));
    }

    String second(long n, String first, SplittableRandom random) {
        int drawn = any(n, random);
        String other = id(drawn);
        return other.equals(first) ? id(drawn == firstOther ? drawn + 1 : drawn - 1) : other;
    }
}
