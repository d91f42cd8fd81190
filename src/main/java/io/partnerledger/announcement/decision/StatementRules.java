package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Rejection.Code.NEGATIVE;
import static io.partnerledger.announcement.Rejection.Code.NOTHING_CHANGED;
import static io.partnerledger.announcement.Rejection.Code.NO_ROLES;
import static io.partnerledger.announcement.Rejection.Code.NO_STATEMENTS;
import static io.partnerledger.announcement.Rejection.Code.SAME_PARTY;

import io.partnerledger.announcement.Faults;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.util.List;

/**
 * When a statement is well-formed by itself. What is odd between statements or beside the rest of the ledger is no
 * fault: a source may count three partners and name four.
 */
final class StatementRules {

    private StatementRules() {}

    static void check(Faults faults, List<Statement> statements) {
        faults.when(statements.isEmpty(), NO_STATEMENTS, "/statements", "An announcement makes at least one statement");
        for (int i = 0; i < statements.size(); i++) {
            check(faults, "/statements/" + i, statements.get(i));
        }
    }

    private static void check(Faults faults, String at, Statement statement) {
        switch (statement) {
            case PartnerAdded s -> {
                parties(faults, at + "/subject", s.subject(), at + "/partner", s.partner());
                faults.when(s.roles().isEmpty(), NO_ROLES, at + "/roles", "Say what the partner does for the subject");
                each(faults, at + "/products", s.products());
                faults.optional(at + "/scope", s.scope());
            }
            case PartnerRemoved s -> {
                parties(faults, at + "/subject", s.subject(), at + "/partner", s.partner());
                faults.optional(at + "/reason", s.reason());
            }
            case CommitmentMade s -> {
                faults.required(at + "/deal", s.deal());
                parties(faults, at + "/from", s.from(), at + "/to", s.to());
                AmountRules.check(faults, at + "/amount", s.amount());
                faults.optional(at + "/conditions", s.conditions()).optional(at + "/period", s.period());
            }
            // Empty conditions are a statement here: they say that the conditions have fallen away.
            case CommitmentAmended s -> {
                faults.required(at + "/deal", s.deal())
                        .when(
                                s.amount() == null && s.stage() == null && s.conditions() == null,
                                NOTHING_CHANGED,
                                at,
                                "Say what changed: amount, stage or conditions");
                AmountRules.check(faults, at + "/amount", s.amount());
            }
            case TranchePaid s -> {
                faults.required(at + "/deal", s.deal());
                AmountRules.check(faults, at + "/amount", s.amount());
                faults.optional(at + "/tranche", s.tranche());
            }
            case CommitmentEnded s -> faults.required(at + "/deal", s.deal());
            case CapacityAnnounced s -> {
                parties(faults, at + "/provider", s.provider(), at + "/customer", s.customer());
                AmountRules.check(faults, at + "/quantity", s.quantity());
                each(faults, at + "/products", s.products());
                faults.optional(at + "/site", s.site()).optional(at + "/deal", s.deal());
            }
            case PartnerCountClaimed s -> {
                faults.required(at + "/subject", s.subject())
                        .when(s.count() < 0, NEGATIVE, at + "/count", "Nobody has fewer than no partners");
                each(faults, at + "/named", s.named());
            }
            case TotalRestated s -> {
                parties(faults, at + "/from", s.from(), at + "/to", s.to());
                AmountRules.check(faults, at + "/amount", s.amount());
                each(faults, at + "/covers", s.covers());
            }
        }
    }

    private static void parties(Faults faults, String onePointer, String one, String otherPointer, String other) {
        faults.required(onePointer, one)
                .required(otherPointer, other)
                .when(
                        one.equals(other) && !one.isBlank(),
                        SAME_PARTY,
                        otherPointer,
                        "Nobody partners with itself: name the other party");
    }

    private static void each(Faults faults, String pointer, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            faults.required(pointer + "/" + i, texts.get(i));
        }
    }
}
