package io.partnerledger.roster;

import io.partnerledger.standing.Explained;
import java.util.List;

/**
 * An organization on the roster with the roles it holds, by name. {@code self} says that it is the subject itself
 * since a merge. {@code counted} are the statements that make up these roles, {@code notCounted} what else was said.
 */
public record Partner(
        String id, boolean self, List<HeldRole> roles, List<Explained> counted, List<Explained> notCounted) {}
