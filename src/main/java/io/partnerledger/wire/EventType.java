package io.partnerledger.wire;

/**
 * How one kind of event is stored: its name (never a Java class name), the revision that is written now, and the
 * record that carries it in this version of the ledger. {@link EventTypes} holds them all.
 */
public record EventType(String name, int revision, Class<? extends Record> event) {}
