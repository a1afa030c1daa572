package org.puente.followup.cases;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.ClosureReason;

/**
 * The follow-ups of a case, by due time.
 *
 * @param responsible the institution that does the follow-ups to come; null before the first
 *     plan
 * @param closedBecause null while the case is open, and if it ended with nothing left to do
 */
@Schema(requiredProperties = {"caseId", "status", "items"})
record Plan(
        UUID caseId, CaseStatus status, String responsible, ClosureReason closedBecause, List<FollowUpView> items) {}
