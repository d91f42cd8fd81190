package io.partnerledger.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with one command, so that whoever sent it hears of every fault at once. Pointers are JSON
 * pointers into what was sent.
 */
public final class Faults {

    private final List<Rejection> found = new ArrayList<>();

    /** Adds a fault where the condition holds. */
    public Faults when(boolean condition, Rejection.Code code, String pointer, String detail) {
        if (condition) {
            found.add(new Rejection(code, pointer, detail));
        }
        return this;
    }

    /** Text that must be given says something. */
    public Faults required(String pointer, @Nullable String text) {
        return when(text == null || text.isBlank(), Rejection.Code.BLANK, pointer, "This must not be blank");
    }

    /** Text that may be absent says something where it is given. */
    public Faults optional(String pointer, @Nullable String text) {
        return when(text != null && text.isBlank(), Rejection.Code.BLANK, pointer, "Leave this out or fill it in");
    }

    /** A source, where it is given, says who published it and under which title. */
    public Faults source(String pointer, @Nullable Source source) {
        if (source == null) {
            return this;
        }
        return required(pointer + "/publisher", source.publisher())
                .required(pointer + "/title", source.title())
                .optional(pointer + "/url", source.url());
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The event, if nothing is wrong; else everything that is. */
    public <E> Decision<E> orElse(Supplier<? extends E> event) {
        return found.isEmpty() ? Decision.accepted(event.get()) : new Decision.Refused<>(List.copyOf(found));
    }
}
