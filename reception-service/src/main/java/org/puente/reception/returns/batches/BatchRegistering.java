package org.puente.reception.returns.batches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.households.ResponsibleAdults;
import org.puente.reception.returns.registering.ReturnWriter;
import org.puente.reception.returns.registering.StoredReturn;
import org.puente.reception.returns.registering.StoredReturns;
import org.puente.reception.returns.registering.TakenCaseIds;

/**
 * Registers a chunk of rows in one transaction, with as many statements as a single return takes, and one more. A row
 * does what a single registration does.
 */
@ApplicationScoped
class BatchRegistering {
    private final RegistrationKeys keys;
    private final TakenCaseIds ids;
    private final ManifestRows manifests;
    private final ResponsibleAdults adults;
    private final ReturnWriter writer;

    BatchRegistering(
            RegistrationKeys keys,
            TakenCaseIds ids,
            ManifestRows manifests,
            ResponsibleAdults adults,
            ReturnWriter writer) {
        this.keys = keys;
        this.ids = ids;
        this.manifests = manifests;
        this.adults = adults;
        this.writer = writer;
    }

    /** A chunk that is known only to the transaction that is undone. */
    private static final class DryRun extends RuntimeException {
        private final transient RegisteredChunk chunk;

        DryRun(RegisteredChunk chunk) {
            super("a dry run is undone", null, false, false);
            this.chunk = chunk;
        }
    }

    /** The chunk of a dry run, whose transaction fails with it; null for any other failure. */
    static RegisteredChunk chunkOf(Throwable failure) {
        return failure instanceof DryRun undone ? undone.chunk : null;
    }

    /**
     * As {@link #apply}, and then fails, so that nothing is stored; {@link #chunkOf} has the chunk.
     *
     * @param earlier adults of earlier chunks, of which nothing is stored either
     */
    Uni<RegisteredChunk> applyDry(
            Mutiny.Session session,
            InstitutionId institution,
            List<PreparedRow> rows,
            Map<CaseId, Registration> earlier,
            Locale locale) {
        return claimed(session, institution, rows, earlier, locale)
                .chain(claimed -> store(session, institution, claimed.fresh())
                        .map(stored -> new RegisteredChunk(claimed.fresh(), claimed.others(), stored, true)))
                .chain(chunk -> Uni.createFrom().<RegisteredChunk>failure(new DryRun(chunk)));
    }

    /** Registers the rows. */
    Uni<RegisteredChunk> apply(
            Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows, Locale locale) {
        return claimed(session, institution, rows, Map.of(), locale)
                .chain(claimed -> store(session, institution, claimed.fresh())
                        .call(() -> manifests.registered(session, claimed.fresh()))
                        .call(stored -> writer.publish(session, stored.all()))
                        .call(stored -> writer.noteLater(session, stored))
                        .map(stored -> new RegisteredChunk(claimed.fresh(), claimed.others(), stored, false)));
    }

    private Uni<StoredReturns> store(Mutiny.Session session, InstitutionId institution, List<PreparedRow> rows) {
        return writer.store(
                session, institution, rows.stream().map(PreparedRow::made).toList());
    }

    /**
     * Notes for the desks concerned who may be the same as somebody of a registered chunk, in a transaction of its own:
     * comparing them takes long, and their documents are locked in the other.
     */
    Uni<Void> note(Mutiny.Session session, StoredReturns stored, List<StoredReturn> compared) {
        return writer.noteNow(session, stored, compared);
    }

    /** Rows whose keys are claimed now, and the results of the others. */
    private record Claimed(List<PreparedRow> fresh, Map<BatchRow, RowResult> others) {}

    private Uni<Claimed> claimed(
            Mutiny.Session session,
            InstitutionId institution,
            List<PreparedRow> rows,
            Map<CaseId, Registration> earlier,
            Locale locale) {
        List<CaseId> made = rows.stream()
                .filter(row -> row.row().caseId() != null)
                .map(PreparedRow::caseId)
                .toList();
        return ids.among(session, made)
                .chain(taken -> manifests.lock(session, institution, rows).chain(changed -> {
                    List<PreparedRow> free = rows.stream()
                            .filter(row -> !taken.contains(row.caseId()))
                            .filter(row -> !changed.containsKey(row.row()))
                            .toList();
                    return adults.broken(session, institution, registrations(free, earlier))
                            .chain(broken ->
                                    claimed(session, institution, new Sorted(rows, free, changed), broken, locale));
                }));
    }

    /** The rows may name each other as responsible. */
    private static Map<CaseId, Registration> registrations(List<PreparedRow> free, Map<CaseId, Registration> earlier) {
        Map<CaseId, Registration> registrations = new HashMap<>(earlier);
        free.forEach(row -> registrations.put(row.caseId(), row.row().registration()));
        return registrations;
    }

    /**
     * Rows before their keys are claimed.
     *
     * @param free those whose ids and entries are free
     * @param changed refusals of those whose entries are not
     */
    private record Sorted(List<PreparedRow> all, List<PreparedRow> free, Map<BatchRow, RowResult> changed) {}

    private Uni<Claimed> claimed(
            Mutiny.Session session,
            InstitutionId institution,
            Sorted rows,
            Map<CaseId, List<FieldError>> broken,
            Locale locale) {
        List<PreparedRow> sound = rows.free.stream()
                .filter(row -> !broken.containsKey(row.caseId()))
                .toList();
        return keys.claim(
                        session,
                        institution,
                        sound.stream().map(PreparedRow::claim).toList())
                .chain(claimed -> sorted(session, institution, rows, sound, claimed, locale))
                .invoke(sorted -> rows.free.stream()
                        .filter(row -> broken.containsKey(row.caseId()))
                        .forEach(row -> sorted.others.put(row.row(), new RowResult.Refused(broken.get(row.caseId())))));
    }

    private Uni<Claimed> sorted(
            Mutiny.Session session,
            InstitutionId institution,
            Sorted rows,
            List<PreparedRow> sound,
            Set<String> claimed,
            Locale locale) {
        List<PreparedRow> fresh =
                sound.stream().filter(row -> claimed.contains(row.row().key())).toList();
        List<BatchRow> others = rows.all.stream()
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
                                    : rows.changed.getOrDefault(
                                            row, RowResult.Refused.at("/caseId", "case-id-taken"))));
                    return new Claimed(fresh, results);
                });
    }
}
