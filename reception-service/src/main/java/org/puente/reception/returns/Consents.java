package org.puente.reception.returns;

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

/** Records, changes and withdraws consents; the node's dossiers follow them. */
@ApplicationScoped
class Consents {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Returns returns;
    private final Dossiers dossiers;
    private final Outbox outbox;

    Consents(ReceptionDirectory directory, Checks checks, Returns returns, Dossiers dossiers, Outbox outbox) {
        this.directory = directory;
        this.checks = checks;
        this.returns = returns;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    /** The recorded consent; {@code created} if it wasn't known before. */
    record Recorded(Consent consent, boolean created) {}

    /**
     * Records a consent, or new terms of a consent that stands; the same terms again change
     * nothing.
     *
     * @param it locked, and the caller's
     * @param ifMatch needed to change an existing consent; if it is set for a new one, it must
     *     match too
     */
    Uni<Recorded> record(Mutiny.Session session, ReturnCase it, UUID id, ConsentTerms terms, String ifMatch) {
        checks.form(terms);
        return directory
                .of(session, it.owner())
                .invoke(desk -> checks.consent(terms, it.registration().child(), desk))
                .map(desk -> checks.today(desk.zone()))
                .chain(today -> session.find(Consent.class, id)
                        .chain(known -> known == null
                                ? first(session, it, id, terms, ifMatch, today)
                                : anew(session, it, known, terms, ifMatch, today)));
    }

    private Uni<Recorded> first(
            Mutiny.Session session, ReturnCase it, UUID id, ConsentTerms terms, String ifMatch, LocalDate today) {
        if (ifMatch != null) {
            ETags.mustMatch(ifMatch, it.version);
        }
        Instant at = checks.now();
        Consent consent = Consent.given(id, it.caseId, terms, at);
        return session.persist(consent)
                .chain(() -> tell(session, it, Facts.recorded(it, consent, at), today, at))
                .replaceWith(new Recorded(consent, true));
    }

    private Uni<Recorded> anew(
            Mutiny.Session session,
            ReturnCase it,
            Consent consent,
            ConsentTerms terms,
            String ifMatch,
            LocalDate today) {
        mustBeOf(it, consent);
        if (consent.withdrawn()) {
            throw ProblemException.conflict("consent-withdrawn");
        }
        Recorded recorded = new Recorded(consent, false);
        if (consent.terms().equals(terms)) {
            return Uni.createFrom().item(recorded);
        }
        ETags.mustMatch(ifMatch, it.version);
        Instant at = checks.now();
        consent.record(terms, at);
        return tell(session, it, Facts.recorded(it, consent, at), today, at).replaceWith(recorded);
    }

    /**
     * Withdraws a consent for good; a second withdrawal changes nothing. No ETag is asked for: a
     * withdrawal must not wait until the client has read again.
     *
     * @param it locked, and the caller's
     */
    Uni<Void> withdraw(Mutiny.Session session, ReturnCase it, UUID id) {
        return session.find(Consent.class, id)
                .invoke(consent -> mustBeOf(it, consent))
                .chain(consent -> consent.withdrawn() ? Uni.createFrom().voidItem() : end(session, it, consent));
    }

    private Uni<Void> end(Mutiny.Session session, ReturnCase it, Consent consent) {
        Instant at = checks.now();
        consent.withdrawnAt = at;
        return directory
                .zone(session)
                .map(checks::today)
                .chain(today -> tell(session, it, Facts.withdrawn(it, consent, at), today, at));
    }

    private Uni<Void> tell(Mutiny.Session session, ReturnCase it, ReturnFact fact, LocalDate today, Instant at) {
        it.changed(at);
        return returns.consents(session, it.caseId)
                .map(all -> PermittedPurposes.by(all, it.registration(), today))
                .chain(permitted -> returns.known(session, it).map(known -> facts(it, fact, known, permitted, at)))
                .chain(facts -> outbox.add(session, facts));
    }

    private List<Outgoing> facts(
            ReturnCase it, ReturnFact fact, ReturnContext known, PermittedPurposes permitted, Instant at) {
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(fact, at));
        facts.addAll(dossiers.follow(
                it, it.registration(), known.householdSize(), permitted, ErasureReason.CONSENT_WITHDRAWN, at));
        return facts;
    }

    private static void mustBeOf(ReturnCase it, Consent consent) {
        if (consent == null || !consent.caseId.equals(it.caseId)) {
            throw ProblemException.notFound();
        }
    }
}
