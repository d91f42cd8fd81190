package io.partnerledger.log;

/**
 * How appending goes: the appends that wait now, and since the log was opened the groups that were committed, the
 * appends in them and the largest group.
 */
public record AppendFigures(int waiting, long groups, long appends, int largestGroup) {}
