package io.partnerledger.wire;

import org.jspecify.annotations.Nullable;

/** A place in a JSON document, grown on the way down and spelled (RFC 6901) only when something is wrong there. */
record Pointer(@Nullable Pointer parent, String segment) {

    static final Pointer ROOT = new Pointer(null, "");

    Pointer to(String field) {
        return new Pointer(this, field);
    }

    Pointer to(int index) {
        return new Pointer(this, String.valueOf(index));
    }

    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + segment.replace("~", "~0").replace("/", "~1");
    }
}
