package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Profile;

/**
 * Another person of a household, as the institution that received both sees them. Names are read in their own return,
 * where each reading is audited.
 *
 * @param role null if not known
 * @param child under 18 on the day of the return
 * @param childAlone the profile in force of a child without parent or guardian; null for any other
 * @param responsible who is responsible for the child
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"caseId", "child", "responsible"})
public record HouseholdMember(
        CaseId caseId, HouseholdRole role, boolean child, Profile childAlone, List<ResponsibleAdult> responsible) {
    static HouseholdMember of(ReturnCase other) {
        Registration of = other.registration();
        return new HouseholdMember(
                other.id(), of.household().role(), of.child(), of.aloneAs().orElse(null), of.responsible());
    }
}
