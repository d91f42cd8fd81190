package io.partnerledger.timeline;

import io.partnerledger.standing.BadPoint;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/**
 * Where a page ended: the point in both times that the first page was answered at, so that entries since do not move
 * the list, and the last item shown. Opaque outside.
 */
record Cursor(Order order, long position, LocalDate validAt, long entered, int place) {

    private static final String SEPARATOR = " ";

    boolean isAt(Told told) {
        return told.entered() == entered && told.place() == place;
    }

    String written() {
        String text = String.join(
                SEPARATOR,
                order.name(),
                String.valueOf(position),
                validAt.toString(),
                String.valueOf(entered),
                String.valueOf(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String written) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(SEPARATOR, 5);
            return new Cursor(
                    Order.valueOf(parts[0]),
                    Long.parseLong(parts[1]),
                    LocalDate.parse(parts[2]),
                    Long.parseLong(parts[3]),
                    Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw BadPoint.ofAnotherList();
        }
    }
}
