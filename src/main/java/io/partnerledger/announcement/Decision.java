package io.partnerledger.announcement;

import java.util.List;

/** What a decider answers: the events that happened, or why none did. */
public sealed interface Decision<E> {

    /** These events happened. */
    record Accepted<E>(List<E> events) implements Decision<E> {}

    /** Nothing happened, for these reasons; there is at least one. */
    record Refused<E>(List<Rejection> rejections) implements Decision<E> {}

    /** One event happened. */
    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Nothing happened, for one reason. */
    static <E> Decision<E> refused(Rejection.Code code, String pointer, String detail) {
        return new Refused<>(List.of(new Rejection(code, pointer, detail)));
    }
}
