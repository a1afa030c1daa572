package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.MergePatch;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.batches.NamedEntries.EntryId;
import org.puente.reception.returns.batches.NamedEntries.EntryName;
import org.puente.reception.returns.batches.NamedEntries.Found;
import org.puente.reception.returns.batches.NamedEntries.Free;
import org.puente.reception.returns.batches.NamedEntries.NotFree;
import org.puente.reception.returns.registering.FormReader;

/**
 * Registers the rows of a batch that name the entry of a manifest. What stands there is looked up before the
 * transaction, and again within it, where the entries are locked: a row is registered only with what it was prepared
 * with.
 */
@ApplicationScoped
class ManifestRows {
    private final NamedEntries entries;
    private final FormReader forms;

    ManifestRows(NamedEntries entries, FormReader forms) {
        this.entries = entries;
        this.forms = forms;
    }

    /**
     * What is known of the entries of a chunk.
     *
     * @param earlier what was registered before from the rows that are known, by the cases
     */
    record Look(Map<EntryName, Found> found, Map<UUID, Registration> earlier) {
        Set<UUID> households() {
            return found.values().stream()
                    .map(one -> one instanceof Free free ? free.household() : null)
                    .filter(Objects::nonNull)
                    .map(household -> household.value())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * A row with what it registers.
     *
     * @param refusal null if its entry is free
     */
    record Resolved(BatchRow row, RowResult refusal) {}

    /**
     * @param known the rows that were registered before, by their keys: of those nothing is left on the manifest
     */
    Uni<Look> look(
            Mutiny.Session session,
            InstitutionId institution,
            List<BatchRow> rows,
            Map<String, RegistrationKeys.Registered> known) {
        List<BatchRow> named =
                rows.stream().filter(row -> row.manifest() != null).toList();
        List<UUID> before = named.stream()
                .map(row -> known.get(row.key()))
                .filter(Objects::nonNull)
                .map(RegistrationKeys.Registered::caseId)
                .toList();
        List<EntryName> names = named.stream()
                .filter(row -> !known.containsKey(row.key()))
                .map(row -> row.manifest().name())
                .distinct()
                .toList();
        return entries.find(session, institution, names, false)
                .chain(found -> Returns.all(session, before)
                        .map(cases -> new Look(
                                found,
                                cases.stream()
                                        .collect(Collectors.toMap(
                                                one -> one.id().value(),
                                                one -> one.registration(),
                                                (one, same) -> one)))));
    }

    /**
     * Puts what the row says over what was announced. A row of another kind stays as it is.
     *
     * @param before what is registered under the row's key; null for nothing
     */
    Resolved resolve(BatchRow row, Look look, RegistrationKeys.Registered before) {
        if (row.manifest() == null || row.isRefused()) {
            return new Resolved(row, null);
        }
        if (before != null) {
            return new Resolved(row.registering(look.earlier().get(before.caseId()), null), null);
        }
        return switch (look.found().get(row.manifest().name())) {
            case NotFree taken -> new Resolved(row, refused(taken));
            case Free free -> merged(row, free);
        };
    }

    private Resolved merged(BatchRow row, Free free) {
        List<FieldError> errors = new ArrayList<>();
        ObjectNode form =
                (ObjectNode) MergePatch.apply(free.form(), row.manifest().patch());
        Registration registration = forms.read(form, "row-not-json", errors);
        return errors.isEmpty()
                ? new Resolved(row.registering(registration, free), null)
                : new Resolved(row, new RowResult.Refused(errors));
    }

    private static RowResult refused(NotFree taken) {
        return new RowResult.Refused(List.of(taken.why()), taken.caseId());
    }

    /**
     * Locks the entries of rows until the transaction ends.
     *
     * @return the refusals of the rows whose entries are not as they were
     */
    Uni<Map<BatchRow, RowResult>> lock(
            Mutiny.Session session, InstitutionId institution, Collection<PreparedRow> prepared) {
        List<BatchRow> rows = prepared.stream()
                .map(PreparedRow::row)
                .filter(row -> row.manifest() != null)
                .toList();
        return entries.find(
                        session,
                        institution,
                        rows.stream()
                                .map(row -> row.manifest().name())
                                .distinct()
                                .toList(),
                        true)
                .map(found -> {
                    Map<BatchRow, RowResult> changed = new HashMap<>();
                    rows.forEach(row -> {
                        Found now = found.get(row.manifest().name());
                        if (now instanceof NotFree taken) {
                            changed.put(row, refused(taken));
                        } else if (!now.equals(row.manifest().entry())) {
                            changed.put(row, RowResult.Refused.at("/manifest/version", "manifest-entry-changed"));
                        }
                    });
                    return changed;
                });
    }

    /** Notes on the manifests who is registered. */
    Uni<Void> registered(Mutiny.Session session, List<PreparedRow> rows) {
        Map<EntryId, CaseId> cases = rows.stream()
                .filter(row -> row.row().manifest() != null)
                .collect(Collectors.toMap(row -> row.row().manifest().entry().id(), PreparedRow::caseId));
        return entries.registered(session, cases);
    }
}
