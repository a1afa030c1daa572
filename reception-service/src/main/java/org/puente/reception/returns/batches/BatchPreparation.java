package org.puente.reception.returns.batches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Households;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.batches.NamedEntries.EntryId;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.matching.Matches;
import org.puente.reception.returns.registering.NewReturn;
import org.puente.reception.status.StatusCode;
import org.puente.reception.status.StatusCodes;

/**
 * What is done for a chunk of rows before its transaction: rules, and sealing, which takes the processor longest. What
 * it reads may have changed when the transaction comes; that looks again.
 */
@ApplicationScoped
class BatchPreparation {
    private final ReceptionDirectory directory;
    private final RegistrationKeys keys;
    private final ManifestRows manifests;
    private final Households households;
    private final Checks checks;
    private final Dossiers dossiers;
    private final Matches matches;
    private final StatusCodes codes;

    BatchPreparation(
            ReceptionDirectory directory,
            RegistrationKeys keys,
            ManifestRows manifests,
            Households households,
            Checks checks,
            Dossiers dossiers,
            Matches matches,
            StatusCodes codes) {
        this.directory = directory;
        this.keys = keys;
        this.manifests = manifests;
        this.households = households;
        this.checks = checks;
        this.dossiers = dossiers;
        this.matches = matches;
        this.codes = codes;
    }

    /** What the database has to do with a chunk. */
    record Look(
            Desk desk,
            Map<String, RegistrationKeys.Registered> known,
            ManifestRows.Look manifests,
            Map<UUID, Integer> households) {}

    /** What is known of the rows. */
    Uni<Look> look(Mutiny.Session session, InstitutionId institution, List<BatchRow> rows) {
        List<BatchRow> readable = rows.stream().filter(row -> !row.isRefused()).toList();
        List<String> sent = readable.stream().map(BatchRow::key).distinct().toList();
        Set<UUID> named = readable.stream()
                .filter(row -> row.registration() != null)
                .map(row -> household(row.registration()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        return directory
                .receiving(session, institution)
                .chain(desk -> keys.find(session, institution, sent)
                        .chain(known -> manifests
                                .look(session, institution, readable, known)
                                .invoke(announced -> named.addAll(announced.households()))
                                .chain(announced -> households
                                        .sizes(session, named)
                                        .map(sizes -> new Look(desk, known, announced, sizes)))));
    }

    /**
     * Runs on a worker thread.
     *
     * @param earlier empty unless this is a dry run
     */
    PreparedChunk prepare(List<BatchRow> sent, Look look, boolean dryRun, DryRows earlier, Locale locale) {
        LocalDate today = checks.today(look.desk().zone());
        Map<BatchRow, RowResult> results = new HashMap<>();
        Map<String, BatchRow> first = new HashMap<>();
        Map<BatchRow, BatchRow> repeated = new HashMap<>();
        List<BatchRow> rows = new ArrayList<>(sent.size());
        List<BatchRow> fresh = new ArrayList<>();
        Set<CaseId> ids = new HashSet<>();
        Set<EntryId> entries = new HashSet<>();
        for (BatchRow one : sent) {
            ManifestRows.Resolved resolved =
                    manifests.resolve(one, look.manifests(), look.known().get(one.key()));
            BatchRow row = resolved.row();
            rows.add(row);
            RowResult known = settled(resolved, look, earlier, today, locale);
            BatchRow before = known == null ? first.putIfAbsent(row.key(), row) : null;
            RowResult taken = known == null && before == null ? taken(row, ids, entries) : null;
            if (known != null) {
                results.put(row, known);
            } else if (taken != null) {
                first.remove(row.key());
                results.put(row, taken);
            } else if (before == null) {
                fresh.add(row);
            } else if (before.hash().equals(row.hash())) {
                repeated.put(row, before);
            } else {
                results.put(row, RowResult.Refused.at("/key", "row-key-reused"));
            }
        }
        Map<UUID, Integer> sizes = sizes(fresh, look.households());
        List<PreparedRow> prepared =
                fresh.stream().map(row -> prepare(row, sizes, dryRun)).toList();
        return new PreparedChunk(rows, results, repeated, prepared);
    }

    /** Refuses what an earlier row of the chunk takes, and an id from too long ago; else null. */
    private RowResult taken(BatchRow row, Set<CaseId> ids, Set<EntryId> entries) {
        List<FieldError> old = checks.age(row.caseId());
        if (!old.isEmpty()) {
            return new RowResult.Refused(old);
        }
        if (row.caseId() != null && !ids.add(row.caseId())) {
            return RowResult.Refused.at("/caseId", "case-id-taken");
        }
        return row.manifest() == null || entries.add(row.entry())
                ? null
                : RowResult.Refused.at("/manifest/entry", "row-entry-twice");
    }

    /** What needs no transaction: a row that is refused, or was registered before; else null. */
    private RowResult settled(
            ManifestRows.Resolved resolved, Look look, DryRows earlier, LocalDate today, Locale locale) {
        BatchRow row = resolved.row();
        if (row.isRefused()) {
            return new RowResult.Refused(row.errors());
        }
        RegistrationKeys.Registered before = look.known().get(row.key());
        if (before != null) {
            return keys.result(row, before, locale);
        }
        RowResult known = earlier.known(row);
        if (known != null) {
            return known;
        }
        if (resolved.refusal() != null) {
            return resolved.refusal();
        }
        List<FieldError> broken = Rules.registration(row.registration(), look.desk(), today);
        return broken.isEmpty() ? earlier.taken(row) : new RowResult.Refused(broken);
    }

    private PreparedRow prepare(BatchRow row, Map<UUID, Integer> sizes, boolean dryRun) {
        Registration registration = row.registration();
        CaseId id = row.caseId() == null ? new CaseId(Ids.next()) : row.caseId();
        StatusCode code = codes.next();
        Dossiers.SealedAhead sealed = dryRun
                ? null
                : dossiers.sealAhead(
                        registration,
                        sizes.getOrDefault(household(registration), 1),
                        PermittedPurposes.by(List.of(registration.consent()), registration));
        NewReturn made = new NewReturn(
                id,
                Ids.next(),
                registration,
                code,
                codes.mark(code),
                sealed,
                matches.record(id, registration).orElse(null),
                null);
        return new PreparedRow(row, made, dryRun ? null : codes.seal(code.text()));
    }

    /** Households with those of the chunk. */
    private static Map<UUID, Integer> sizes(List<BatchRow> rows, Map<UUID, Integer> stored) {
        Map<UUID, Integer> sizes = new HashMap<>(stored);
        rows.stream()
                .map(row -> household(row.registration()))
                .filter(Objects::nonNull)
                .forEach(id -> sizes.merge(id, 1, Integer::sum));
        return sizes;
    }

    private static UUID household(Registration registration) {
        return registration.household() == null
                ? null
                : registration.household().id().value();
    }
}
