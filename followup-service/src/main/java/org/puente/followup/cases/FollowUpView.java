package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.FollowUpKind;

/**
 * A follow-up as it is shown.
 *
 * @param institution whose it is
 * @param opensAt from when a visit can be recorded for it
 * @param dueOn the day of {@code dueAt} on the node's calendar
 * @param closesAt when it is missed
 * @param visit null if there was none
 */
@Schema(
        requiredProperties = {
            "followUpId",
            "caseId",
            "institution",
            "kind",
            "status",
            "opensAt",
            "dueAt",
            "dueOn",
            "closesAt"
        })
record FollowUpView(
        UUID followUpId,
        UUID caseId,
        String institution,
        FollowUpKind kind,
        FollowUpStatus status,
        Instant opensAt,
        Instant dueAt,
        LocalDate dueOn,
        Instant closesAt,
        Visit visit) {

    static FollowUpView of(FollowUp it) {
        return new FollowUpView(
                it.id,
                it.caseId,
                it.institution,
                it.kind,
                it.status,
                it.opensAt,
                it.dueAt,
                it.dueOn,
                it.closesAt,
                it.visit().orElse(null));
    }
}
