package io.partnerledger.standing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer opens with: the subject (the survivor where the one asked for was merged, with the ids it answers
 * for), the point in both times, the position of the log that the answer reflects, the version of the fold rules, and
 * a path that answers the same bytes for as long as these rules are served.
 */
public record View(
        @Nullable String subject,
        List<String> mergedFrom,
        LocalDate validAt,
        @Nullable String asOf,
        long position,
        int rules,
        String permalink) {

    static View of(Snapshot snapshot, int rules, String path, boolean explain) {
        Point point = snapshot.point();
        String subject = snapshot.subject();
        StringBuilder link = new StringBuilder(path).append('?');
        if (subject != null) {
            link.append("subject=")
                    .append(URLEncoder.encode(subject, StandardCharsets.UTF_8))
                    .append('&');
        }
        link.append("validAt=").append(point.validAt());
        link.append("&asOf=position:").append(point.position());
        if (explain) {
            link.append("&explain=true");
        }
        return new View(
                subject,
                subject == null ? List.of() : snapshot.registry().mergedFrom(subject),
                point.validAt(),
                point.asOf(),
                point.position(),
                rules,
                link.toString());
    }

    /** The same with one more parameter in the permalink; none where it has no value. */
    public View with(String parameter, @Nullable Object value) {
        return value == null
                ? this
                : new View(
                        subject,
                        mergedFrom,
                        validAt,
                        asOf,
                        position,
                        rules,
                        permalink + "&" + parameter + "="
                                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
}
