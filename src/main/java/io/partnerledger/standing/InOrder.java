package io.partnerledger.standing;

import java.util.ArrayList;

/** A list of what is picked, in its order, from what is kept in order, so that it need not be looked at again. */
final class InOrder<T> extends ArrayList<T> {

    private static final long serialVersionUID = 1;
}
