package io.partnerledger.announcement;

/** What a handled command answers: whose stream changed, and the revision that it now has, from 1. */
public record Changed(String id, long revision) {}
