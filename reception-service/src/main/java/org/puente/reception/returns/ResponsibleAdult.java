package org.puente.reception.returns;

import jakarta.validation.constraints.NotNull;
import org.puente.contracts.CaseId;

/**
 * An adult who returns with a child and is responsible for it.
 *
 * @param caseId the adult's return: of the same institution, registered with the same household
 */
public record ResponsibleAdult(
        @NotNull CaseId caseId, @NotNull ResponsibleRelation relation) {}
