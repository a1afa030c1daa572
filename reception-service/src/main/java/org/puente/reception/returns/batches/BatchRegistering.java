package org.puente.reception.returns.batches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
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
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.matching.Matches;
import org.puente.reception.returns.protection.Duties;

/**
 * Registers a chunk of rows in one transaction, with as many statements as a single return takes. A row does what a
 * single registration does.
 */
@ApplicationScoped
class BatchRegistering {
    private final RegistrationKeys keys;
    private final Checks checks;
    private final Recognition recognition;
    private final Returns returns;
    private final Matches matches;
    private final Dossiers dossiers;
    private final Outbox outbox;

    BatchRegistering(
            RegistrationKeys keys,
            Checks checks,
            Recognition recognition,
            Returns returns,
            Matches matches,
            Dossiers dossiers,
            Outbox outbox) {
        this.keys = keys;
        this.checks = checks;
        this.recognition = recognition;
        this.returns = returns;
        this.matches = matches;
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    /** A row whose key is claimed, with the person that it is of. */
    private record Row(PreparedRow prepared, ReturnCase returnCase, Recognised person, Consent consent) {
        Registration registration() {
            return prepared.row().registration();
        }
    }

    /** The result of each row, known only to the transaction that is undone. */
    private static final class DryRun extends RuntimeException {
        private final transient Map<BatchRow, RowResult> results;

        DryRun(Map<BatchRow, RowResult> results) {
            super("a dry run is undone", null, false, false);
            this.results = results;
        }
    }

    /** The results of a dry run, whose transaction fails with them; null for any other failure. */
    static Map<BatchRow, RowResult> resultsOf(Throwable failure) {
        return failure instanceof DryRun undone ? undone.results : null;
    }

    /** As {@link #apply}, and then fails, so that nothing is stored; {@link #resultsOf} has the results. */
    Uni<Map<BatchRow, RowResult>> applyDry(
            Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows, Locale locale) {
        return claimed(session, institution, rows, locale)
                .chain(results -> store(session, institution, results.fresh())
                        .chain(stored -> known(session, institution, stored)
                                .map(known -> results.with(stored, known, locale, true))))
                .chain(results -> Uni.createFrom().<Map<BatchRow, RowResult>>failure(new DryRun(results)));
    }

    /** Registers the rows. */
    Uni<Map<BatchRow, RowResult>> apply(
            Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows, Locale locale) {
        return claimed(session, institution, rows, locale)
                .chain(results -> store(session, institution, results.fresh())
                        .chain(stored -> known(session, institution, stored)
                                .call(known -> publish(session, stored, known))
                                .map(known -> results.with(stored, known, locale, false))));
    }

    /** Rows whose keys are claimed now, and the results of the others. */
    private record Claimed(List<PreparedRow> fresh, Map<BatchRow, RowResult> others) {
        Map<BatchRow, RowResult> with(List<Row> stored, Map<UUID, ReturnContext> known, Locale locale, boolean dryRun) {
            Map<BatchRow, RowResult> all = new HashMap<>(others);
            stored.forEach(row -> all.put(row.prepared().row(), created(row, known, locale, dryRun)));
            return all;
        }
    }

    private static RowResult created(Row row, Map<UUID, ReturnContext> known, Locale locale, boolean dryRun) {
        ReturnCase returnCase = row.returnCase();
        ReturnContext context = known.get(returnCase.id().value());
        // A dry run leaves no case under the own name, so it must not tell whom others know.
        List<Warning> warnings = Warning.of(
                returnCase.owner(),
                row.registration(),
                dryRun ? Recognised.as(row.person().person()) : row.person(),
                dryRun ? context.own(returnCase.owner()) : context,
                returnCase.registeredAt(),
                locale);
        List<Duty> duties = Duties.of(row.registration(), returnCase.registeredAt(), locale);
        return dryRun
                ? new RowResult.Created(null, null, null, null, warnings, duties)
                : new RowResult.Created(
                        returnCase.id(),
                        returnCase.person(),
                        new ConsentId(row.consent().id()),
                        row.prepared().code().text(),
                        warnings,
                        duties);
    }

    private Uni<Claimed> claimed(
            Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows, Locale locale) {
        List<UUID> made = rows.stream()
                .filter(row -> row.row().caseId() != null)
                .map(row -> row.caseId().value())
                .toList();
        return keys.taken(session, made).chain(taken -> {
            List<PreparedRow> free = rows.stream()
                    .filter(row -> !taken.contains(row.caseId().value()))
                    .toList();
            return keys.claim(
                            session,
                            institution,
                            free.stream().map(PreparedRow::claim).toList())
                    .chain(claimed -> sorted(session, institution, rows, free, claimed, locale));
        });
    }

    private Uni<Claimed> sorted(
            Mutiny.Session session,
            InstitutionId institution,
            List<PreparedRow> rows,
            List<PreparedRow> free,
            Set<String> claimed,
            Locale locale) {
        List<PreparedRow> fresh =
                free.stream().filter(row -> claimed.contains(row.row().key())).toList();
        List<BatchRow> others = rows.stream()
                .map(PreparedRow::row)
                .filter(row -> !claimed.contains(row.key()))
                .toList();
        return keys.find(
                        session, institution, others.stream().map(BatchRow::key).toList())
                .map(known -> {
                    Map<BatchRow, RowResult> results = new HashMap<>();
                    others.forEach(row -> results.put(
                            row,
                            known.containsKey(row.key())
                                    ? keys.result(row, known.get(row.key()), locale)
                                    : RowResult.Refused.at("/caseId", "case-id-taken")));
                    return new Claimed(fresh, results);
                });
    }

    /**
     * Recognises the people, and writes returns and consents. As in a single registration the time is read after the
     * documents are locked; in the order of the rows each is a microsecond later than the one before.
     */
    private Uni<List<Row>> store(Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Recognition.NewCase> people = rows.stream()
                .map(row -> new Recognition.NewCase(row.caseId(), row.row().registration()))
                .toList();
        return recognition
                .recogniseAll(session, people)
                .map(found -> opened(institution, rows, found))
                .call(stored -> returns.insertAll(session, cases(stored))
                        .chain(() -> returns.insertConsents(
                                session, stored.stream().map(Row::consent).toList())));
    }

    private List<Row> opened(InstitutionId institution, List<PreparedRow> rows, List<Recognised> people) {
        Instant now = checks.now();
        List<Row> opened = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PreparedRow row = rows.get(i);
            Registration registration = row.row().registration();
            Instant at = now.plus(i, ChronoUnit.MICROS);
            ReturnCase returnCase = ReturnCase.opened(row.caseId(), institution);
            returnCase.handOut(row.mark());
            returnCase.store(registration, people.get(i).person(), recognition.print(registration));
            returnCase.registered(at);
            if (row.dossiers() != null) {
                dossiers.begin(returnCase, row.dossiers());
            }
            Consent consent = Consent.given(row.consentId(), row.caseId().value(), registration.consent(), at);
            opened.add(new Row(row, returnCase, people.get(i), consent));
        }
        return opened;
    }

    private Uni<Map<UUID, ReturnContext>> known(Mutiny.Session session, InstitutionId institution, List<Row> rows) {
        Map<ReturnCase, Registration> registrations =
                rows.stream().collect(Collectors.toMap(Row::returnCase, Row::registration));
        return matches.knownOfAll(session, cases(rows), one -> one.registrant(registrations.get(one)), institution);
    }

    private static List<ReturnCase> cases(List<Row> rows) {
        return rows.stream().map(Row::returnCase).toList();
    }

    private Uni<Void> publish(Mutiny.Session session, List<Row> rows, Map<UUID, ReturnContext> known) {
        List<Outgoing> facts = new ArrayList<>();
        rows.forEach(
                row -> facts.addAll(facts(row, known.get(row.returnCase().id().value()))));
        return outbox.add(session, facts);
    }

    private List<Outgoing> facts(Row row, ReturnContext known) {
        ReturnCase returnCase = row.returnCase();
        Registration registration = row.registration();
        Instant at = returnCase.registeredAt();
        Dossiers.SealedAhead sealed = row.prepared().dossiers();
        if (sealed.householdSize() != known.householdSize()) {
            // Others of the household were registered meanwhile.
            sealed = dossiers.sealAhead(
                    registration,
                    known.householdSize(),
                    PermittedPurposes.by(List.of(registration.consent()), registration));
        }
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(Facts.registered(returnCase, registration, known, at), at));
        facts.add(Outgoing.of(Facts.recorded(returnCase, row.consent(), at), at));
        facts.addAll(dossiers.publish(returnCase, sealed, at));
        return facts;
    }
}
