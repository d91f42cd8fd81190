package io.partnerledger.standing;

/**
 * The answer of a view. Its {@link View} says what was asked and which position of the log is reflected, so it makes
 * the entity tag, and every row that stands alone carries it.
 */
public interface ViewAnswer<R> extends Tabular<R> {

    View view();

    @Override
    default Long reflects() {
        return view().position();
    }
}
