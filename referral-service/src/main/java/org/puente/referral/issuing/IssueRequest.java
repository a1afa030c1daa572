package org.puente.referral.issuing;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;

/**
 * A referral to be issued; the urgency of the need is the priority's default.
 *
 * @param partOf the referral whose redirect to this offer is followed, by the case owner or the
 *     issuer; null for none
 * @param previewed {@code contentId} of a preview: then the referral is issued only with the very
 *     fields and values that it showed; null for none
 */
@Schema(name = "ReferralOrder")
record IssueRequest(
        @NotNull CaseId caseId,
        @NotNull OfferId offerId,
        @NotNull Need need,
        Priority priority,
        @NotNull ConsentId consentId,
        ReferralId partOf,
        UUID previewed) {
    Priority effectivePriority() {
        return priority == null ? need.urgency() : priority;
    }
}
