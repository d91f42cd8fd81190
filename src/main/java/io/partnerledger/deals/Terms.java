package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal's amount, stage and conditions: first as made, then as each amendment in its turn changed them, and which
 * statement gave each. Whether the deal is firm is asked at the amendment's turn, so an earlier amendment may have
 * made a rumour firm. An amendment may bring another currency; the ceiling is then in that one.
 */
final class Terms {

    private final Making making;
    private final List<Told<CommitmentAmended>> applied = new ArrayList<>();
    private Amount amount;
    private Stage stage;
    private @Nullable String conditions;
    private Stated amountFrom;
    private Stated stageFrom;
    private @Nullable Stated conditionsFrom;

    Terms(Making making, List<Told<CommitmentAmended>> amendments, Explanation explanation) {
        CommitmentMade believed = making.believed().statement();
        this.making = making;
        amount = making.lender().statement().amount();
        amountFrom = making.lender().stated();
        stage = believed.stage();
        stageFrom = making.believed().stated();
        conditions = believed.conditions();
        conditionsFrom = conditions == null ? null : stageFrom;
        for (Told<CommitmentAmended> amendment : amendments) {
            Reason reason = ignored(amendment);
            if (reason == null) {
                apply(amendment);
            } else {
                explanation.notCounted(amendment.stated(), amendment.statement().amount(), reason);
            }
        }
    }

    Amount amount() {
        return amount;
    }

    Stated amountFrom() {
        return amountFrom;
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    String conditions() {
        return conditions;
    }

    private @Nullable Reason ignored(Told<CommitmentAmended> amendment) {
        if (making.supersedes(amendment.stated())) {
            return Reason.SUPERSEDED;
        }
        boolean rumour = amendment.statement().stage() == Stage.RUMOURED;
        return rumour && stage != Stage.RUMOURED ? Reason.RUMOURED : null;
    }

    private void apply(Told<CommitmentAmended> amendment) {
        CommitmentAmended changed = amendment.statement();
        applied.add(amendment);
        if (changed.amount() != null && replaces(changed.amount())) {
            amount = changed.amount();
            amountFrom = amendment.stated();
        }
        if (changed.stage() != null) {
            stage = changed.stage();
            stageFrom = amendment.stated();
        }
        if (changed.conditions() != null) {
            conditions = changed.conditions();
            conditionsFrom = amendment.stated();
        }
    }

    /** An undisclosed amount replaces an unknown one only to name its currency. */
    private boolean replaces(Amount changed) {
        return changed.counted() != null || (amount.counted() == null && changed.currency() != null);
    }

    /** Explains the tellings and the applied amendments; the amount counts in this field, or nowhere if it is null. */
    void explain(List<Told<CommitmentMade>> tellings, @Nullable String field, Explanation explanation) {
        for (Told<CommitmentMade> telling : tellings) {
            explain(telling, field, explanation);
        }
        for (Told<CommitmentAmended> amendment : applied) {
            explainApplied(amendment, field, explanation);
        }
    }

    private void explain(Told<CommitmentMade> telling, @Nullable String field, Explanation explanation) {
        Stated stated = telling.stated();
        Amount told = telling.statement().amount();
        boolean believed = stated.equals(making.believed().stated());
        boolean counted = false;
        if (stated.equals(amountFrom)) {
            counted = explainAmount(stated, field, explanation);
        } else {
            boolean undisclosed = believed && told.counted() == null;
            explanation.notCounted(stated, told, undisclosed ? Reason.UNDISCLOSED : making.passedOver(telling));
        }
        if (believed && !counted) {
            explanation.counted(stated, "deals");
        }
    }

    private void explainApplied(Told<CommitmentAmended> amendment, @Nullable String field, Explanation explanation) {
        Stated stated = amendment.stated();
        Amount told = amendment.statement().amount();
        boolean givesStage = stated.equals(stageFrom);
        boolean gives = givesStage || stated.equals(conditionsFrom);
        boolean counted = false;
        if (stated.equals(amountFrom)) {
            counted = explainAmount(stated, field, explanation);
        } else if (told != null) {
            explanation.notCounted(stated, told, told.counted() == null ? Reason.UNDISCLOSED : Reason.SUPERSEDED);
        } else if (!gives) {
            explanation.notCounted(stated, null, Reason.SUPERSEDED);
        }
        if (gives && !counted) {
            explanation.counted(stated, givesStage ? "stage" : "conditions");
        }
    }

    /** Whether the statement that gave the amount counts in a figure. */
    private boolean explainAmount(Stated stated, @Nullable String field, Explanation explanation) {
        if (amount.counted() == null) {
            explanation.counted(stated, "undisclosedDeals");
            explanation.notCounted(stated, amount, Reason.UNDISCLOSED);
            return true;
        }
        if (field == null) {
            explanation.notCounted(stated, amount, Reason.ENDED);
            return false;
        }
        explanation.counted(stated, amount, field);
        return true;
    }
}
