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
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
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
    private final Returns returns;
    private final Checks checks;
    private final Dossiers dossiers;
    private final StatusCodes codes;

    BatchPreparation(
            ReceptionDirectory directory,
            RegistrationKeys keys,
            Returns returns,
            Checks checks,
            Dossiers dossiers,
            StatusCodes codes) {
        this.directory = directory;
        this.keys = keys;
        this.returns = returns;
        this.checks = checks;
        this.dossiers = dossiers;
        this.codes = codes;
    }

    /** What the database has to do with a chunk. */
    record Look(Desk desk, Map<String, RegistrationKeys.Registered> known, Map<UUID, Integer> households) {}

    /** What is known of the rows. */
    Uni<Look> look(Mutiny.Session session, InstitutionId institution, List<BatchRow> rows) {
        List<BatchRow> readable = rows.stream().filter(row -> !row.isRefused()).toList();
        List<String> sent = readable.stream().map(BatchRow::key).distinct().toList();
        Set<UUID> households = readable.stream()
                .map(row -> household(row.registration()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return directory
                .receiving(session, institution)
                .chain(desk -> keys.find(session, institution, sent)
                        .chain(known -> returns.householdSizes(session, households)
                                .map(sizes -> new Look(desk, known, sizes))));
    }

    /**
     * Runs on a worker thread.
     *
     * @param earlier rows of earlier chunks by their keys, in a dry run; filled here
     */
    PreparedChunk prepare(
            List<BatchRow> rows, Look look, boolean dryRun, Map<String, BatchRow> earlier, Locale locale) {
        LocalDate today = checks.today(look.desk().zone());
        Map<BatchRow, RowResult> results = new HashMap<>();
        Map<String, BatchRow> first = dryRun ? earlier : new HashMap<>();
        Map<BatchRow, BatchRow> repeated = new HashMap<>();
        List<BatchRow> fresh = new ArrayList<>();
        Set<CaseId> ids = new HashSet<>();
        for (BatchRow row : rows) {
            RowResult known = settled(row, look, today, locale);
            BatchRow before = known == null ? first.putIfAbsent(row.key(), row) : null;
            if (known != null) {
                results.put(row, known);
            } else if (before == null && (row.caseId() == null || ids.add(row.caseId()))) {
                fresh.add(row);
            } else if (before == null) {
                first.remove(row.key());
                results.put(row, RowResult.Refused.at("/caseId", "case-id-taken"));
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

    /** What needs no transaction: a row that is refused, or was registered before; else null. */
    private RowResult settled(BatchRow row, Look look, LocalDate today, Locale locale) {
        if (row.isRefused()) {
            return new RowResult.Refused(row.errors());
        }
        RegistrationKeys.Registered before = look.known().get(row.key());
        if (before != null) {
            return keys.result(row, before, locale);
        }
        List<FieldError> broken = Rules.registration(row.registration(), look.desk(), today);
        return broken.isEmpty() ? null : new RowResult.Refused(broken);
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
        return new PreparedRow(
                row, id, Ids.next(), code, codes.mark(code), dryRun ? null : codes.seal(code.text()), sealed);
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
