package io.partnerledger.platform;

import java.util.List;

/**
 * An error as RFC 9457 has it: {@code type} is stable and made of the {@code code}; {@code errors} names each fault by
 * its JSON pointer in what was sent.
 */
public record Problem(String type, String title, int status, String detail, String code, List<Fault> errors) {

    /** One fault, where it is, and the nearest known names where a name was not known. */
    public record Fault(String pointer, String code, String detail, List<String> near) {}

    static Problem of(int status, String code, String title, String detail) {
        return new Problem("urn:partner-ledger:problem:" + code, title, status, detail, code, List.of());
    }

    static Problem of(int status, String title, List<Fault> errors) {
        Fault first = errors.getFirst();
        return new Problem(
                "urn:partner-ledger:problem:" + first.code(), title, status, first.detail(), first.code(), errors);
    }
}
