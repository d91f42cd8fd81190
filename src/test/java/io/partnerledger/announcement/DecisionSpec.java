package io.partnerledger.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import java.util.List;
import java.util.function.BiFunction;

/** Given what happened, when a command comes, then this happens or these faults are named. For any decider. */
public final class DecisionSpec<C, S, E> {

    private final BiFunction<C, S, Decision<E>> decide;
    private final BiFunction<S, E, S> evolve;
    private final S initial;

    public DecisionSpec(BiFunction<C, S, Decision<E>> decide, BiFunction<S, E, S> evolve, S initial) {
        this.decide = decide;
        this.evolve = evolve;
        this.initial = initial;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given given(E... events) {
        return new Given(after(List.of(events)));
    }

    public S after(List<? extends E> events) {
        S state = initial;
        for (E event : events) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    public final class Given {

        private final S state;

        private Given(S state) {
            this.state = state;
        }

        public Then when(C command) {
            return new Then(decide.apply(command, state));
        }
    }

    public final class Then {

        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... events) {
            assertThat(decision).isEqualTo(new Accepted<>(List.of(events)));
        }

        /** Each fault as its code and pointer, {@code "BLANK /reason"}; the pointer to the whole is empty. */
        public void thenRefused(String... faults) {
            assertThat(faults(decision)).containsExactly(faults);
        }
    }

    private static List<String> faults(Decision<?> decision) {
        return switch (decision) {
            case Accepted<?> accepted -> List.of("accepted: " + accepted.events());
            case Refused<?> refused ->
                refused.rejections().stream()
                        .map(fault -> (fault.code() + " " + fault.pointer()).strip())
                        .toList();
        };
    }
}
