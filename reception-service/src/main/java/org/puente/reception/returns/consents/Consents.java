package org.puente.reception.returns.consents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.ReturnFact;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.ETags;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.ReturnContexts;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;

/** Records, changes and withdraws consents; the node's dossiers follow them. */
@ApplicationScoped
class Consents {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Returns returns;
    private final ReturnContexts contexts;
    private final Dossiers dossiers;
    private final Outbox outbox;

    Consents(
            ReceptionDirectory directory,
            Checks checks,
            Returns returns,
            ReturnContexts contexts,
            Dossiers dossiers,
            Outbox outbox) {
        this.directory = directory;
        this.checks = checks;
        this.returns = returns;
        this.contexts = contexts;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    /** The recorded consent; {@code created} if it wasn't known before. */
    record Recorded(Consent consent, boolean created) {}

    /**
     * Records a consent, or new terms of a consent that stands; the same terms again change
     * nothing.
     *
     * @param returnCase locked, and the caller's
     * @param ifMatch needed to change an existing consent; if it is set for a new one, it must
     *     match too
     */
    Uni<Recorded> record(Mutiny.Session session, ReturnCase returnCase, UUID id, ConsentTerms terms, String ifMatch) {
        checks.form(terms);
        return directory
                .of(session, returnCase.owner())
                .map(desk -> checks.today(desk.zone()))
                .invoke(today -> Checks.refuse(
                        Rules.consent(terms, returnCase.registration().child(), today)))
                .chain(today -> session.find(Consent.class, id)
                        .chain(known -> record(session, returnCase, id, known, terms, ifMatch, today)));
    }

    private Uni<Recorded> record(
            Mutiny.Session session,
            ReturnCase returnCase,
            UUID id,
            Consent known,
            ConsentTerms terms,
            String ifMatch,
            LocalDate today) {
        Instant at = checks.now();
        return switch (ConsentChange.of(known, returnCase.id().value(), terms)) {
            case FIRST -> {
                if (ifMatch != null) {
                    ETags.mustMatch(ifMatch, returnCase.version());
                }
                Consent consent = Consent.given(id, returnCase.id().value(), terms, at);
                yield session.persist(consent)
                        .chain(() -> recorded(session, returnCase, consent, today, at))
                        .replaceWith(new Recorded(consent, true));
            }
            case NEW_TERMS -> {
                ETags.mustMatch(ifMatch, returnCase.version());
                known.record(terms, at);
                yield recorded(session, returnCase, known, today, at).replaceWith(new Recorded(known, false));
            }
            case UNCHANGED -> Uni.createFrom().item(new Recorded(known, false));
            case WITHDRAWN -> throw ProblemException.conflict("consent-withdrawn");
            case OF_ANOTHER_CASE -> throw ProblemException.notFound();
        };
    }

    private Uni<Void> recorded(
            Mutiny.Session session, ReturnCase returnCase, Consent consent, LocalDate today, Instant at) {
        return publish(session, returnCase, Facts.recorded(returnCase, consent, at), today, at);
    }

    /**
     * Withdraws a consent for good; a second withdrawal changes nothing. No ETag is asked for: a
     * withdrawal must not wait until the client has read again.
     *
     * @param returnCase locked, and the caller's
     */
    Uni<Void> withdraw(Mutiny.Session session, ReturnCase returnCase, UUID id) {
        return session.find(Consent.class, id)
                .invoke(consent -> mustBeOf(returnCase, consent))
                .chain(consent ->
                        consent.withdrawn() ? Uni.createFrom().voidItem() : end(session, returnCase, consent));
    }

    private Uni<Void> end(Mutiny.Session session, ReturnCase returnCase, Consent consent) {
        Instant at = checks.now();
        consent.withdraw(at);
        return directory
                .zone(session)
                .map(checks::today)
                .chain(today -> publish(session, returnCase, Facts.withdrawn(returnCase, consent, at), today, at));
    }

    private Uni<Void> publish(
            Mutiny.Session session, ReturnCase returnCase, ReturnFact fact, LocalDate today, Instant at) {
        returnCase.changed(at);
        return returns.consents(session, returnCase.id().value())
                .map(all -> PermittedPurposes.by(all, returnCase.registration(), today))
                .chain(permitted ->
                        contexts.of(session, returnCase).map(known -> facts(returnCase, fact, known, permitted, at)))
                .chain(facts -> outbox.add(session, facts));
    }

    private List<Outgoing> facts(
            ReturnCase returnCase, ReturnFact fact, ReturnContext known, PermittedPurposes permitted, Instant at) {
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(fact, at));
        facts.addAll(dossiers.follow(
                returnCase,
                returnCase.registration(),
                known.householdSize(),
                permitted,
                ErasureReason.CONSENT_WITHDRAWN,
                at));
        return facts;
    }

    private static void mustBeOf(ReturnCase returnCase, Consent consent) {
        if (consent == null || !consent.caseId().equals(returnCase.id().value())) {
            throw ProblemException.notFound();
        }
    }
}
