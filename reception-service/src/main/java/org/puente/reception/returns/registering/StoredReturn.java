package org.puente.reception.returns.registering;

import java.util.List;
import java.util.Locale;
import org.puente.contracts.ConsentId;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.protection.Duties;

/**
 * A return that was stored in the transaction that goes on.
 *
 * @param known what the node knows of others
 */
public record StoredReturn(
        NewReturn made, ReturnCase returnCase, Recognised person, Consent consent, ReturnContext known) {

    public Registration registration() {
        return made.registration();
    }

    /** The same with the people who may be the same. */
    StoredReturn with(List<Candidate> matches) {
        return new StoredReturn(made, returnCase, person, consent, known.with(matches));
    }

    public ConsentId consentId() {
        return new ConsentId(consent.id());
    }

    public List<Warning> warnings(Locale locale) {
        return warnings(person, known, locale);
    }

    /** The warnings that rest on nothing that only other institutions know. */
    public List<Warning> warningsOfItsOwn(Locale locale) {
        return warnings(Recognised.as(person.person()), known.own(returnCase.owner()), locale);
    }

    private List<Warning> warnings(Recognised who, ReturnContext context, Locale locale) {
        return Warning.of(returnCase.owner(), registration(), who, context, returnCase.registeredAt(), locale);
    }

    public List<Duty> duties(Locale locale) {
        return Duties.of(registration(), returnCase.registeredAt(), locale);
    }

    @Override
    public String toString() {
        return "StoredReturn[" + returnCase.id() + "]";
    }
}
