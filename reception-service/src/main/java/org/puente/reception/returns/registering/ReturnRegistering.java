package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.ids.Ids;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.Recognition;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.matching.Matches;
import org.puente.reception.returns.protection.Duties;
import org.puente.reception.status.StatusCode;
import org.puente.reception.status.StatusCodes;

/**
 * Registers a return: the case, its consent, the person's documents, and the facts that publish
 * them. Seven statements; more where documents are known already.
 */
@ApplicationScoped
class ReturnRegistering {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Recognition recognition;
    private final Returns returns;
    private final Matches matches;
    private final Dossiers dossiers;
    private final StatusCodes codes;
    private final Outbox outbox;

    ReturnRegistering(
            ReceptionDirectory directory,
            Checks checks,
            Recognition recognition,
            Returns returns,
            Matches matches,
            Dossiers dossiers,
            StatusCodes codes,
            Outbox outbox) {
        this.directory = directory;
        this.checks = checks;
        this.recognition = recognition;
        this.returns = returns;
        this.matches = matches;
        this.dossiers = dossiers;
        this.codes = codes;
        this.outbox = outbox;
    }

    /**
     * The answer to the caller; warnings in the language of the request.
     *
     * @param statusCode for the person alone, who sees the status of the case with it; shown only
     *     here and once
     */
    @Schema(requiredProperties = {"caseId", "personId", "statusCode", "warnings", "duties"})
    record Registered(
            CaseId caseId,
            PersonId personId,
            ConsentId consentId,
            String statusCode,
            List<Warning> warnings,
            List<Duty> duties) {
        @Override
        public String toString() {
            return "Registered[" + caseId + "]";
        }
    }

    Uni<Registered> apply(Mutiny.Session session, InstitutionId institution, Registration registration, Locale locale) {
        ReturnCase returnCase = ReturnCase.opened(new CaseId(Ids.next()), institution);
        return directory
                .receiving(session, institution)
                .invoke(desk -> Checks.refuse(Rules.registration(registration, desk, checks.today(desk.zone()))))
                .chain(desk -> recognition.recogniseNew(session, returnCase, registration))
                .invoke(person -> open(returnCase, registration, person))
                .chain(person -> matches.known(session, returnCase, registration)
                        .chain(known -> write(session, returnCase, registration, person, known, locale)));
    }

    /**
     * The time is read after the documents are locked, so that a later registration of the same
     * person has a later time.
     */
    private void open(ReturnCase returnCase, Registration registration, Recognised person) {
        returnCase.store(registration, person.person(), recognition.print(registration));
        returnCase.registered(checks.now());
    }

    private Uni<Registered> write(
            Mutiny.Session session,
            ReturnCase returnCase,
            Registration registration,
            Recognised person,
            ReturnContext known,
            Locale locale) {
        Instant at = returnCase.registeredAt();
        StatusCode code = codes.next();
        returnCase.handOut(codes.mark(code));
        Consent consent = Consent.given(Ids.next(), returnCase.id().value(), registration.consent(), at);
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(Facts.registered(returnCase, registration, known, at), at));
        facts.add(Outgoing.of(Facts.recorded(returnCase, consent, at), at));
        facts.addAll(dossiers.follow(
                returnCase,
                registration,
                known.householdSize(),
                PermittedPurposes.by(List.of(registration.consent()), registration),
                ErasureReason.OTHER,
                at));
        Registered registered = new Registered(
                returnCase.id(),
                returnCase.person(),
                new ConsentId(consent.id()),
                code.text(),
                Warning.of(returnCase.owner(), registration, person, known, at, locale),
                Duties.of(registration, at, locale));
        return session.persistAll(returnCase, consent)
                .chain(() -> outbox.add(session, facts))
                .replaceWith(registered);
    }
}
