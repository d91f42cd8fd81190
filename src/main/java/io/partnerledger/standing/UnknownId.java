package io.partnerledger.standing;

import java.util.List;

/** Nothing of that kind, a deal or an announcement, has this id. */
public final class UnknownId extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient List<String> near;

    private UnknownId(String kind, String id, List<String> known) {
        super("No " + kind + " " + id + " is recorded");
        this.kind = kind;
        this.near = Nearest.to(id, known);
    }

    /** No statement ever spoke of the deal; near are those of which was spoken last. */
    public static UnknownId deal(String slug, StandingReader reader) {
        return new UnknownId("deal", slug, reader.latestDeals());
    }

    /** The announcement was never recorded; near are those of its day. */
    public static UnknownId announcement(String id, StandingReader reader) {
        return new UnknownId("announcement", id, reader.announcementsLike(id));
    }

    /** What there is none of. */
    public String kind() {
        return kind;
    }

    /** The nearest known ids, best first. */
    public List<String> near() {
        return near;
    }
}
