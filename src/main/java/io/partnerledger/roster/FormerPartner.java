package io.partnerledger.roster;

import io.partnerledger.standing.Explained;
import java.util.List;

/**
 * An organization that held roles before, with each ended spell, by role and then by time; it may hold other roles, or
 * the same again, and then is on the roster too. What was said of it and not counted is listed there in that case.
 */
public record FormerPartner(
        String id, boolean self, List<LostRole> roles, List<Explained> counted, List<Explained> notCounted) {}
