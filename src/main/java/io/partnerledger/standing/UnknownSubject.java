package io.partnerledger.standing;

import java.util.List;

/** Nobody of that id or name was registered at the asked position. */
public final class UnknownSubject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final transient List<String> near;

    public UnknownSubject(String subject, List<String> near) {
        super("No organization is called " + subject);
        this.subject = subject;
        this.near = List.copyOf(near);
    }

    public String subject() {
        return subject;
    }

    /** The nearest known ids, best first. */
    public List<String> near() {
        return near;
    }
}
