package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.FollowUpKind;

/**
 * A follow-up as clients see it.
 *
 * @param institution the institution that does the follow-up
 * @param opensAt from when a visit can be recorded
 * @param dueOn the day of {@code dueAt} by the node's calendar
 * @param closesAt when the follow-up counts as missed
 * @param visit null if there was no visit
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
        Visit visit) {}
