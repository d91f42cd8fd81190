package io.partnerledger.coverage;

import static io.partnerledger.deals.DealConflict.Type.SEVERAL_CEILINGS;
import static io.partnerledger.deals.DealConflict.Type.SEVERAL_INSTRUMENTS;
import static io.partnerledger.deals.DealConflict.Type.SEVERAL_OUTCOMES;
import static io.partnerledger.deals.DealConflict.Type.SEVERAL_PARTIES;
import static io.partnerledger.deals.DealConflict.Type.SEVERAL_STAGES;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.deals.Parties;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a deal's commitment and its ending rest on. A commitment is told by who tells its parties and its amount as it
 * stands, an amendment to that amount among them; a rumour bears out no firm commitment, and contradicts none.
 */
final class CommitmentFacts {

    private static final Set<DealConflict.Type> ABOUT_THE_COMMITMENT =
            EnumSet.of(SEVERAL_CEILINGS, SEVERAL_STAGES, SEVERAL_PARTIES, SEVERAL_INSTRUMENTS);

    private final Deal deal;
    private final Spoken spoken;
    private final List<Stated> thread;
    private final boolean firm;

    private CommitmentFacts(Deal deal, Spoken spoken) {
        this.deal = deal;
        this.spoken = spoken;
        this.thread = spoken.of(deal.deal());
        this.firm = thread.stream()
                .anyMatch(
                        stated -> stated.statement() instanceof CommitmentMade made && made.stage() != Stage.RUMOURED);
    }

    static List<Assertion> of(Deal deal, Spoken spoken) {
        Parties parties = deal.parties();
        if (parties == null) {
            return List.of();
        }
        CommitmentFacts facts = new CommitmentFacts(deal, spoken);
        List<Assertion> found = new ArrayList<>();
        found.add(facts.commitment(parties));
        if (deal.ended() != null) {
            found.add(facts.ending(parties, deal.ended()));
        }
        return found;
    }

    private Assertion commitment(Parties parties) {
        List<Stated> told =
                thread.stream().filter(stated -> tells(stated, parties)).toList();
        Map<Stated, String> otherwise = new LinkedHashMap<>();
        boolean disputed = false;
        for (DealConflict conflict : deal.conflicts()) {
            if (ABOUT_THE_COMMITMENT.contains(conflict.type())) {
                List<DealConflict.Side> sides = conflict.sides().stream()
                        .filter(side -> isHeard(spoken.at(side.announcement(), side.statement())))
                        .toList();
                disputed |= gather(sides, told, otherwise);
            }
        }
        return new Assertion(
                Fact.Kind.COMMITMENT,
                deal.deal(),
                List.of(parties.from(), parties.to()),
                commitmentSays(parties),
                told,
                otherwise,
                disputed);
    }

    private Assertion ending(Parties parties, Outcome outcome) {
        List<Stated> told = thread.stream()
                .filter(stated -> stated.statement() instanceof CommitmentEnded ended && ended.outcome() == outcome)
                .toList();
        Map<Stated, String> otherwise = new LinkedHashMap<>();
        boolean disputed = false;
        for (DealConflict conflict : deal.conflicts()) {
            if (conflict.type() == SEVERAL_OUTCOMES) {
                disputed |= gather(conflict.sides(), told, otherwise);
            }
        }
        return new Assertion(
                Fact.Kind.ENDING,
                deal.deal(),
                List.of(parties.from(), parties.to()),
                Written.kebab(outcome),
                told,
                otherwise,
                disputed);
    }

    /** Whether these sides differ; those who do not tell the fact are gathered with what they say. */
    private boolean gather(List<DealConflict.Side> sides, List<Stated> told, Map<Stated, String> otherwise) {
        if (sides.stream().map(DealConflict.Side::says).distinct().count() < 2) {
            return false;
        }
        Set<Stated> tellers = new HashSet<>(told);
        for (DealConflict.Side side : sides) {
            Stated stated = spoken.at(side.announcement(), side.statement());
            if (!tellers.contains(stated)) {
                otherwise.merge(stated, side.says(), (before, also) -> before + ", " + also);
            }
        }
        return true;
    }

    private boolean isHeard(Stated stated) {
        return !firm || !(stated.statement() instanceof CommitmentMade made) || made.stage() != Stage.RUMOURED;
    }

    private boolean tells(Stated stated, Parties parties) {
        Deal.Given given = deal.ceilingGivenBy();
        if (given != null
                && given.announcement().equals(stated.announcement())
                && given.statement() == stated.index()) {
            return true;
        }
        if (stated.statement() instanceof CommitmentMade made) {
            return isHeard(stated)
                    && made.from().equals(parties.from())
                    && made.to().equals(parties.to())
                    && (deal.ceiling() == null || tellsCeiling(made.amount()));
        }
        return stated.statement() instanceof CommitmentAmended amended
                && (amended.stage() != Stage.RUMOURED || deal.stage() == Stage.RUMOURED)
                && tellsCeiling(amended.amount());
    }

    private boolean tellsCeiling(@Nullable Amount amount) {
        BigDecimal told = amount == null ? null : amount.counted();
        BigDecimal ceiling = deal.ceiling();
        return told != null
                && ceiling != null
                && told.compareTo(ceiling) == 0
                && Written.currency(Objects.requireNonNull(amount).currency()).equals(deal.currency());
    }

    private String commitmentSays(Parties parties) {
        return Written.words(
                deal.stage() == null ? null : Written.kebab(deal.stage()),
                Written.kebab(parties.instrument()),
                deal.qualifier() == null ? null : Written.kebab(deal.qualifier()),
                deal.ceiling() == null ? null : Written.money(deal.ceiling(), deal.currency()));
    }
}
