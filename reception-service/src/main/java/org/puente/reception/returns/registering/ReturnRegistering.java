package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.GroupIdempotency;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.households.ResponsibleAdults;

/** Registers single returns; those that come at once together, in one transaction. */
@ApplicationScoped
public class ReturnRegistering {
    private static final String ENDPOINT = "POST /v1/returns";

    private final ReceptionDirectory directory;
    private final Checks checks;
    private final ResponsibleAdults adults;
    private final KnownReturns known;
    private final TakenCaseIds ids;
    private final ReturnPreparation preparation;
    private final GroupIdempotency idempotency;
    private final CodeAnswers answers;
    private final ReturnWriter writer;

    ReturnRegistering(
            ReceptionDirectory directory,
            Checks checks,
            ResponsibleAdults adults,
            KnownReturns known,
            TakenCaseIds ids,
            ReturnPreparation preparation,
            GroupIdempotency idempotency,
            CodeAnswers answers,
            ReturnWriter writer) {
        this.directory = directory;
        this.checks = checks;
        this.adults = adults;
        this.known = known;
        this.ids = ids;
        this.preparation = preparation;
        this.idempotency = idempotency;
        this.answers = answers;
        this.writer = writer;
    }

    /**
     * A request with what is made of it.
     *
     * @param sentCaseId that of the return, if the client made it; else null
     * @param locale of the answer
     */
    record Single(NewReturn made, CaseId sentCaseId, Locale locale) {}

    /** Makes what needs no transaction, the dossiers too. */
    Request<Single> prepared(Caller caller, String key, RegistrationRequest sent, Locale locale) {
        return new Request<>(
                caller,
                ENDPOINT,
                key,
                sent.body(),
                new Single(made(sent.caseIdOrNew(), sent.registration()), sent.caseId(), locale));
    }

    /** For somebody who came alone, as most do. */
    private NewReturn made(CaseId caseId, Registration registration) {
        return preparation.prepared(caseId, registration, 1);
    }

    /**
     * Registers a return in a transaction that does more than that.
     *
     * @return fails if it breaks a rule, or if a return has the id that the client made
     */
    public Uni<RegisteredReturn> registerWithin(
            Mutiny.Session session, InstitutionId institution, RegistrationRequest sent, Locale locale) {
        Registration registration = sent.registration();
        return directory
                .receiving(session, institution)
                .invoke(desk -> Checks.refuse(Rules.registration(registration, desk, checks.today(desk.zone()))))
                .call(() -> mustBeFree(session, sent.caseId()))
                .map(desk -> made(sent.caseIdOrNew(), registration))
                .call(made -> adults.broken(session, institution, Map.of(made.caseId(), registration))
                        .invoke(broken -> Checks.refuse(broken.getOrDefault(made.caseId(), List.of()))))
                .chain(made -> writer.register(session, institution, List.of(made)))
                .map(stored -> RegisteredReturn.of(stored.getFirst(), locale));
    }

    private Uni<Void> mustBeFree(Mutiny.Session session, CaseId sent) {
        return sent == null
                ? Uni.createFrom().voidItem()
                : ids.among(session, List.of(sent))
                        .invoke(taken -> {
                            if (!taken.isEmpty()) {
                                throw KnownReturns.taken();
                            }
                            Checks.refuse(checks.age(sent));
                        })
                        .replaceWithVoid();
    }

    /**
     * @param requests of one institution
     * @return in their order
     */
    Uni<List<Outcome>> apply(Mutiny.Session session, InstitutionId institution, List<Request<Single>> requests) {
        return idempotency.once(session, requests, answers, fresh -> register(session, institution, fresh));
    }

    private Uni<List<Outcome>> register(
            Mutiny.Session session, InstitutionId institution, List<Request<Single>> requests) {
        return directory
                .receiving(session, institution)
                .chain(desk -> known.once(
                        session,
                        institution,
                        requests.stream().map(Request::content).toList(),
                        fresh -> register(session, institution, fresh, desk)))
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal -> requests.stream()
                        .map(request -> Outcome.of((ProblemException) refusal))
                        .toList());
    }

    private Uni<List<Outcome>> register(
            Mutiny.Session session, InstitutionId institution, List<Single> singles, Desk desk) {
        Map<CaseId, List<FieldError>> broken = new HashMap<>();
        Map<CaseId, Registration> sound = new HashMap<>();
        for (Single single : singles) {
            NewReturn made = single.made();
            List<FieldError> errors = new ArrayList<>(checks.age(single.sentCaseId()));
            errors.addAll(Rules.registration(made.registration(), desk, checks.today(desk.zone())));
            if (errors.isEmpty()) {
                sound.put(made.caseId(), made.registration());
            } else {
                broken.put(made.caseId(), errors);
            }
        }
        // Nobody is responsible who is refused here.
        return adults.broken(session, institution, sound)
                .invoke(broken::putAll)
                .chain(() -> write(session, institution, singles, broken));
    }

    /**
     * @param broken what is wrong with those that are refused
     */
    private Uni<List<Outcome>> write(
            Mutiny.Session session,
            InstitutionId institution,
            List<Single> singles,
            Map<CaseId, List<FieldError>> broken) {
        List<NewReturn> right = singles.stream()
                .map(Single::made)
                .filter(made -> !broken.containsKey(made.caseId()))
                .toList();
        return writer.register(session, institution, right).map(stored -> {
            Iterator<StoredReturn> next = stored.iterator();
            return singles.stream()
                    .map(single -> broken.containsKey(single.made().caseId())
                            ? Outcome.of(ProblemException.invalid(
                                    broken.get(single.made().caseId())))
                            : Outcome.of(created(RegisteredReturn.of(next.next(), single.locale()))))
                    .toList();
        });
    }

    private static StoredResponse created(RegisteredReturn registered) {
        return StoredResponse.created("/v1/returns/" + registered.caseId(), registered)
                .version(1);
    }
}
