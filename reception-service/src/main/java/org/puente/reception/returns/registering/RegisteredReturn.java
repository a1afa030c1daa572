package org.puente.reception.returns.registering;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.protection.Duties;

/**
 * The answer to a registration; warnings in the language of the request.
 *
 * @param statusCode for the person alone, who sees the status of the case with it; shown only here and once. A
 *     repetition goes without it where another one was handed out since, and without it and the duties where the node's
 *     secret was replaced since; who is registered already under the same id gets no code either
 * @param warnings to a repetition under the same id only those that follow from what was sent
 */
@Schema(requiredProperties = {"caseId", "personId", "warnings"})
public record RegisteredReturn(
        CaseId caseId,
        PersonId personId,
        ConsentId consentId,
        String statusCode,
        List<Warning> warnings,
        List<Duty> duties) {

    static RegisteredReturn of(StoredReturn stored, Locale locale) {
        return new RegisteredReturn(
                stored.returnCase().id(),
                stored.returnCase().person(),
                stored.consentId(),
                stored.made().code().text(),
                stored.warnings(locale),
                stored.duties(locale));
    }

    /**
     * The answer to a repetition, without the code.
     *
     * @param stored holds what was sent
     * @param consent that was given with it
     */
    static RegisteredReturn before(ReturnCase stored, Consent consent, Locale locale) {
        Registration registration = stored.registration();
        return new RegisteredReturn(
                stored.id(),
                stored.person(),
                new ConsentId(consent.id()),
                null,
                Warning.of(
                        stored.owner(),
                        registration,
                        Recognised.as(stored.person()),
                        ReturnContext.ALONE,
                        stored.registeredAt(),
                        locale),
                Duties.of(registration, stored.registeredAt(), locale));
    }

    @Override
    public String toString() {
        return "RegisteredReturn[" + caseId + "]";
    }
}
