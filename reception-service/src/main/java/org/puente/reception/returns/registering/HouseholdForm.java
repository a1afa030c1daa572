package org.puente.reception.returns.registering;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.HouseholdId;

/**
 * A household that is registered together.
 *
 * @param householdId made by the client, or of people who are registered already; null for a new one
 */
@Schema(name = "HouseholdRegistration")
record HouseholdForm(
        HouseholdId householdId,

        @NotNull
        @Schema(
                description = "What holds for all, under the names that a registration has; a member's own value takes"
                        + " its place")
        Map<String, Object> shared,

        @NotNull
        @Size(min = 1, max = 20)
        @Schema(
                description = "A registration each, without what is shared, and with a `key` of its own. A member may"
                        + " have a `caseId` that the client made (UUID version 7, of the last 90 days); no other"
                        + " return has it."
                        + " `household` holds the role alone. In `responsible` a `member` (its key) may stand in place"
                        + " of `caseId`")
        List<@NotNull Map<String, Object>> members) {
    @Override
    public String toString() {
        return "HouseholdForm[…]";
    }
}
