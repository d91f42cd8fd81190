package io.partnerledger.log;

/**
 * A key that is committed in the same transaction as the events it comes with. Within a scope a key is taken once,
 * for ever. {@code shared} says what happens when it is taken already: shared keys pass when the owner is the same,
 * others never pass.
 */
public record UniqueKey(String scope, String key, String owner, boolean shared) {

    public UniqueKey {
        Texts.requireStorable("scope", scope);
        Texts.requireUnique(scope, key);
        Texts.requireStorable("owner", owner);
    }

    /** A key that any earlier one conflicts with: an idempotency key, owned by the digest of its request. */
    public static UniqueKey once(String scope, String key, String owner) {
        return new UniqueKey(scope, key, owner, false);
    }

    /** A key that one owner may take again and again, and nobody else: the name of an organization. */
    public static UniqueKey shared(String scope, String key, String owner) {
        return new UniqueKey(scope, key, owner, true);
    }
}
