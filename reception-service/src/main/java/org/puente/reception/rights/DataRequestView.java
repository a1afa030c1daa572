package org.puente.reception.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.reception.sealing.SealedTexts;

/**
 * A request as the institution that answers it sees it.
 *
 * @param dueOn the last day to answer
 * @param late whether it was not answered by then
 * @param otherCases further cases of the person at the institution, which the request concerns too; null in lists
 * @param details null in lists, and where none were said or the return is erased
 * @param outcome null while it is open
 * @param answer null in lists, while it is open, and where none was given
 * @param history what became of it, oldest first; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DataRequest",
        requiredProperties = {"requestId", "caseId", "kind", "source", "receivedOn", "dueOn", "status", "late"})
record DataRequestView(
        UUID requestId,
        CaseId caseId,
        DataRequestKind kind,
        DataRequestSource source,
        LocalDate receivedOn,
        LocalDate dueOn,
        DataRequestStatus status,
        boolean late,
        List<CaseId> otherCases,
        String details,
        DataRequestOutcome outcome,
        String answer,
        List<Step> history) {

    /** What happened to a request. */
    @Schema(name = "DataRequestStep")
    record Step(What what, Instant at) {}

    enum What implements Code {
        RECEIVED,
        REMINDED,
        ANSWERED
    }

    static DataRequestView listed(DataRequest of, LocalDate today, ZoneId zone) {
        return view(of, today, zone, null, null, null, null);
    }

    static DataRequestView whole(
            DataRequest of, LocalDate today, ZoneId zone, List<CaseId> otherCases, SealedTexts texts) {
        return view(
                of,
                today,
                zone,
                otherCases,
                texts.open(of.sealedDetails()).orElse(null),
                texts.open(of.sealedAnswer()).orElse(null),
                history(of));
    }

    private static List<Step> history(DataRequest of) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(What.RECEIVED, of.receivedAt()));
        if (of.remindedAt() != null) {
            steps.add(new Step(What.REMINDED, of.remindedAt()));
        }
        if (of.closedAt() != null) {
            steps.add(new Step(What.ANSWERED, of.closedAt()));
        }
        return List.copyOf(steps);
    }

    private static DataRequestView view(
            DataRequest of,
            LocalDate today,
            ZoneId zone,
            List<CaseId> otherCases,
            String details,
            String answer,
            List<Step> history) {
        LocalDate closedOn = of.closedAt() == null ? null : LocalDate.ofInstant(of.closedAt(), zone);
        return new DataRequestView(
                of.id(),
                of.caseId(),
                of.kind(),
                of.source(),
                of.receivedOn(),
                of.dueOn(),
                of.status(),
                of.isLate(today, closedOn),
                otherCases,
                details,
                of.outcome(),
                answer,
                history);
    }

    @Override
    public String toString() {
        return "DataRequestView[" + requestId + "]";
    }
}
