package io.partnerledger.organization;

/** Stub. */
public final class NameKey {
    private NameKey() {}

    public static String of(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
