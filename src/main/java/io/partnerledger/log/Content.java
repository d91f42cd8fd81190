package io.partnerledger.log;

/** What happened, without where and when: the part of a stored event that a fold of the whole log needs. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Content(String type, int revision, byte[] data) {}
