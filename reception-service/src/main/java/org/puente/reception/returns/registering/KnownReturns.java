package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.registering.ReturnRegistering.Single;
import org.puente.reception.returns.retention.ErasedCaseIds;

/** Lets a registration be repeated safely under the id that its client made, whenever it comes. */
@ApplicationScoped
class KnownReturns {
    private final Returns returns;
    private final ErasedCaseIds erased;

    KnownReturns(Returns returns, ErasedCaseIds erased) {
        this.returns = returns;
        this.erased = erased;
    }

    /**
     * Runs the action for those whose id no return has.
     *
     * @param action an outcome for each, in their order
     * @return an outcome for each, in their order. Whose id a return has is answered again if it is a return of the
     *     same institution that holds the same; else it is refused, whosever the return is, also where it was erased.
     *     Its own institution is told where a restore has lost the person
     */
    Uni<List<Outcome>> once(
            Mutiny.Session session,
            InstitutionId institution,
            List<Single> all,
            Function<List<Single>, Uni<List<Outcome>>> action) {
        return known(session, institution, all)
                .chain(known -> action.apply(all.stream()
                                .filter(one -> !known.containsKey(one.made().caseId()))
                                .toList())
                        .map(outcomes -> inOrder(all, known, outcomes.iterator())));
    }

    private static List<Outcome> inOrder(List<Single> all, Map<CaseId, Outcome> known, Iterator<Outcome> fresh) {
        return all.stream()
                .map(one -> {
                    Outcome before = known.get(one.made().caseId());
                    return before == null ? fresh.next() : before;
                })
                .toList();
    }

    /** No statement where no client has made an id. */
    private Uni<Map<CaseId, Outcome>> known(Mutiny.Session session, InstitutionId institution, List<Single> all) {
        List<CaseId> sent =
                all.stream().map(Single::sentCaseId).filter(Objects::nonNull).toList();
        return Returns.all(session, sent.stream().map(CaseId::value).toList())
                .chain(taken -> consentsOfOwn(session, institution, taken)
                        .map(consents -> outcomes(institution, all, taken, consents)))
                .call(known -> erased.among(session, sent)
                        .invoke(gone -> gone.forEach(id -> known.put(id, Outcome.of(taken())))));
    }

    /** Of the institution's own among the returns, by the returns' ids. */
    private Uni<Map<UUID, List<Consent>>> consentsOfOwn(
            Mutiny.Session session, InstitutionId institution, List<ReturnCase> taken) {
        List<UUID> own = taken.stream()
                .filter(one -> one.owner().equals(institution))
                .map(one -> one.id().value())
                .toList();
        return own.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : returns.consents(session, own)
                        .map(consents -> consents.stream().collect(Collectors.groupingBy(Consent::caseId)));
    }

    private static Map<CaseId, Outcome> outcomes(
            InstitutionId institution, List<Single> all, List<ReturnCase> taken, Map<UUID, List<Consent>> consents) {
        Map<CaseId, Single> sent =
                all.stream().collect(Collectors.toMap(one -> one.made().caseId(), Function.identity()));
        Map<CaseId, Outcome> outcomes = new HashMap<>();
        taken.forEach(stored -> outcomes.put(
                stored.id(),
                outcome(
                        sent.get(stored.id()),
                        stored,
                        consents.getOrDefault(stored.id().value(), List.of()))));
        taken.stream()
                .filter(stored -> stored.owner().equals(institution)
                        && stored.registration().person().lost())
                .forEach(lost -> outcomes.put(lost.id(), Outcome.of(ProblemException.conflict("person-lost"))));
        return outcomes;
    }

    /**
     * @param consents none if the return is another institution's
     */
    private static Outcome outcome(Single sent, ReturnCase stored, List<Consent> consents) {
        Registration registration = sent.made().registration();
        return consents.stream()
                .filter(consent -> consent.terms().equals(registration.consent()))
                .filter(consent -> stored.registration().equals(registration.withoutConsent()))
                .findFirst()
                .map(consent -> Outcome.of(StoredResponse.ok(RegisteredReturn.before(stored, consent, sent.locale()))
                        .version(stored.version())))
                .orElseGet(() -> Outcome.of(taken()));
    }

    /** The refusal of an id that a return has, or had until it was erased. */
    static ProblemException taken() {
        return new ProblemException(
                ProblemKind.CONFLICT, "case-id-taken", List.of(FieldError.of("/caseId", "case-id-taken")));
    }
}
