package io.partnerledger.announcement;

import java.util.List;

/** Carries the rejections of a command through the command bus to whoever sent it. Nothing was stored. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Rejection> rejections;

    public Rejected(List<Rejection> rejections) {
        super(rejections.toString());
        this.rejections = List.copyOf(rejections);
    }

    public List<Rejection> rejections() {
        return rejections;
    }
}
