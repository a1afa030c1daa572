package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.reception.identity.MatchRecord;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.Recognition;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.matching.DueNotes;
import org.puente.reception.returns.matching.Matches;

/**
 * Writes new returns of an institution: the cases, their consents, the people's documents, and the facts that publish
 * them. Five statements for any number of returns; more where documents are known already, or somebody may be the same.
 */
@ApplicationScoped
public class ReturnWriter {
    private final Checks checks;
    private final Recognition recognition;
    private final Returns returns;
    private final Matches matches;
    private final DueNotes due;
    private final Dossiers dossiers;
    private final Outbox outbox;

    ReturnWriter(
            Checks checks,
            Recognition recognition,
            Returns returns,
            Matches matches,
            DueNotes due,
            Dossiers dossiers,
            Outbox outbox) {
        this.checks = checks;
        this.recognition = recognition;
        this.returns = returns;
        this.matches = matches;
        this.due = due;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    private record Opened(NewReturn made, ReturnCase returnCase, Recognised person, Consent consent) {}

    /**
     * Stores and publishes returns, and notes who may be the same.
     *
     * @param all which keep the rules of a registration, not yet made ready for matching
     * @return in their order
     */
    Uni<List<StoredReturn>> register(Mutiny.Session session, InstitutionId institution, List<NewReturn> all) {
        return store(session, institution, all.stream().map(this::matched).toList())
                .call(stored -> publish(session, stored.all()))
                .map(StoredReturns::compared)
                .call(compared -> note(session, compared));
    }

    /** What is stored for matching is made of a registration that keeps the rules. */
    NewReturn matched(NewReturn made) {
        return made.matchedBy(matches.record(made.caseId(), made.registration()).orElse(null));
    }

    /**
     * Recognises the people, and writes returns and consents; nothing is published.
     *
     * @param all which keep the rules of a registration
     * @return in their order
     */
    public Uni<StoredReturns> store(Mutiny.Session session, InstitutionId institution, List<NewReturn> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(StoredReturns.NONE);
        }
        List<Recognition.NewCase> people = all.stream()
                .map(made -> new Recognition.NewCase(made.caseId(), made.registration()))
                .toList();
        return recognition
                .recogniseAll(session, people)
                .map(found -> opened(institution, all, found))
                .call(opened -> returns.insertAll(
                        session,
                        cases(opened),
                        opened.stream().map(Opened::consent).toList()))
                .chain(opened -> stored(session, institution, opened));
    }

    /**
     * The time is read after the documents are locked, so that a later registration of the same person has a later
     * time; in the order of the list each is a microsecond later than the one before.
     */
    private List<Opened> opened(InstitutionId institution, List<NewReturn> all, List<Recognised> people) {
        Instant now = checks.now();
        List<Opened> opened = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            NewReturn made = all.get(i);
            Registration registration = made.registration();
            Instant at = now.plus(i, ChronoUnit.MICROS);
            ReturnCase returnCase = ReturnCase.opened(made.caseId(), institution);
            returnCase.handOut(made.mark());
            returnCase.store(registration, people.get(i).person(), recognition.print(registration));
            returnCase.registered(at);
            returnCase.matched();
            if (made.dossiers() != null) {
                dossiers.begin(returnCase, made.dossiers());
            }
            Consent consent = Consent.given(made.consentId(), made.caseId().value(), registration.consent(), at);
            opened.add(new Opened(made, returnCase, people.get(i), consent));
        }
        return opened;
    }

    private Uni<StoredReturns> stored(Mutiny.Session session, InstitutionId institution, List<Opened> all) {
        List<MatchRecord> records = all.stream()
                .map(one -> one.made().match())
                .filter(Objects::nonNull)
                .toList();
        return matches.knownOfAll(session, cases(all), records, institution)
                .map(known -> new StoredReturns(
                        all.stream()
                                .map(one -> new StoredReturn(
                                        one.made(),
                                        one.returnCase(),
                                        one.person(),
                                        one.consent(),
                                        known.contexts()
                                                .get(one.returnCase().id().value())))
                                .toList(),
                        known.matches()));
    }

    /**
     * Records that another transaction is to note who may be the same as somebody of these. It takes no statement where
     * there is nobody to compare with.
     */
    public Uni<Void> noteLater(Mutiny.Session session, StoredReturns stored) {
        return due.add(session, stored.toNote());
    }

    /**
     * Does what {@link #noteLater} has recorded, of those who were not changed since. The cases are locked first, as an
     * erasure locks its own: else each of the two could hold what the other waits for.
     *
     * @param compared the same, with the people who may be the same
     */
    public Uni<Void> noteNow(Mutiny.Session session, StoredReturns stored, List<StoredReturn> compared) {
        Set<UUID> toNote = Set.copyOf(stored.toNote());
        List<ReturnCase> cases = compared.stream()
                .map(StoredReturn::returnCase)
                .filter(one -> toNote.contains(one.id().value()))
                .toList();
        return due.take(session, cases)
                .chain(same -> note(
                        session,
                        compared.stream()
                                .filter(one ->
                                        same.contains(one.returnCase().id().value()))
                                .toList()));
    }

    /** Notes for the desks concerned who may be the same as somebody of these. */
    private Uni<Void> note(Mutiny.Session session, List<StoredReturn> compared) {
        return matches.note(
                session, compared.stream().collect(Collectors.toMap(StoredReturn::returnCase, StoredReturn::known)));
    }

    private static List<ReturnCase> cases(List<Opened> all) {
        return all.stream().map(Opened::returnCase).toList();
    }

    /** Publishes returns that were stored in this transaction. */
    public Uni<Void> publish(Mutiny.Session session, List<StoredReturn> all) {
        return outbox.add(
                session, all.stream().flatMap(one -> facts(one).stream()).toList());
    }

    private List<Outgoing> facts(StoredReturn stored) {
        ReturnCase returnCase = stored.returnCase();
        Registration registration = stored.registration();
        int householdSize = stored.known().householdSize();
        Instant at = returnCase.registeredAt();
        Dossiers.SealedAhead sealed = stored.made().dossiers();
        if (sealed.householdSize() != householdSize) {
            sealed = dossiers.sealAhead(registration, householdSize, permitted(registration));
        }
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(Facts.registered(returnCase, registration, stored.known(), at), at));
        facts.add(Outgoing.of(Facts.recorded(returnCase, stored.consent(), at), at));
        facts.addAll(dossiers.publish(returnCase, sealed, at));
        return facts.stream().map(fact -> fact.within(stored.made().trace())).toList();
    }

    private static PermittedPurposes permitted(Registration registration) {
        return PermittedPurposes.by(List.of(registration.consent()), registration);
    }
}
