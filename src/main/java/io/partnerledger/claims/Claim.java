package io.partnerledger.claims;

import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import java.util.List;

/**
 * A count claim held against the roster. {@code claimed} is the least number that the claim stands for: its count, one
 * more where it says more than. {@code onRoster} are the holders of any of the roles (of any role where none is given),
 * by id; {@code matched} the named that are on it and {@code notOnRoster} those that are not, as named, each once;
 * {@code extra} those on it that are not named; {@code unnamed} is claimed minus the number of names, at least 0.
 */
public record Claim(
        String announcement,
        int statement,
        long position,
        EventDate announcedOn,
        String subject,
        List<Role> roles,
        Comparator comparator,
        int count,
        long claimed,
        List<String> named,
        List<String> onRoster,
        List<String> matched,
        List<String> notOnRoster,
        long unnamed,
        List<String> extra) {}
