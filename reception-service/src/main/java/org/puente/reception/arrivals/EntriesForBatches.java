package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.batches.NamedEntries;

/** Finds the entries of manifests that the rows of a batch name, under the rules of {@link ManifestRegistering}. */
@ApplicationScoped
class EntriesForBatches implements NamedEntries {
    private static final String ARRIVAL = "/manifest/arrivalId";
    private static final String ENTRY = "/manifest/entry";

    private final ExpectedArrivals arrivals;
    private final ManifestEntriesById entries;
    private final ReceptionDirectory directory;
    private final Checks checks;

    EntriesForBatches(
            ExpectedArrivals arrivals, ManifestEntriesById entries, ReceptionDirectory directory, Checks checks) {
        this.arrivals = arrivals;
        this.entries = entries;
        this.directory = directory;
        this.checks = checks;
    }

    /** A name whose arrival stands. */
    private record Named(ExpectedArrival arrival, EntryId id) {}

    @Override
    public Uni<Map<EntryName, Found>> find(
            Mutiny.Session session, InstitutionId institution, Collection<EntryName> names, boolean locked) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return arrivals.all(
                        session,
                        institution,
                        names.stream().map(EntryName::arrivalId).distinct().toList(),
                        locked)
                .chain(known -> {
                    Map<EntryName, Found> found = new HashMap<>();
                    Map<EntryName, Named> standing = new HashMap<>();
                    names.forEach(name -> choose(name, known, standing, found));
                    return entries.find(
                                    session,
                                    standing.values().stream().map(Named::id).toList(),
                                    locked)
                            .chain(all -> directory.zone(session).map(zone -> {
                                standing.forEach((name, of) -> found.put(name, found(name, of, all.get(of.id), zone)));
                                return found;
                            }));
                });
    }

    private static void choose(
            EntryName name, List<ExpectedArrival> known, Map<EntryName, Named> standing, Map<EntryName, Found> found) {
        List<ExpectedArrival> meant = known.stream()
                .filter(one -> one.key().id().equals(name.arrivalId()))
                .filter(one -> name.announcedBy() == null || one.key().node().equals(name.announcedBy()))
                .toList();
        if (meant.size() != 1) {
            found.put(
                    name,
                    meant.isEmpty()
                            ? refused(ARRIVAL, "manifest-arrival-unknown")
                            : refused("/manifest/announcedBy", "arrival-ambiguous"));
            return;
        }
        ExpectedArrival arrival = meant.getFirst();
        try {
            arrival.mustStand();
            standing.put(
                    name,
                    new Named(
                            arrival,
                            new EntryId(arrival.key().node(), arrival.key().id(), name.entry())));
        } catch (ProblemException e) {
            found.put(name, refused(ARRIVAL, e.code()));
        }
    }

    /**
     * @param entry null if there is none
     */
    private Found found(EntryName name, Named of, ManifestEntries.Entry entry, ZoneId zone) {
        if (entry == null) {
            return refused(ENTRY, "manifest-entry-unknown");
        }
        if (entry.came()) {
            return new NotFree(FieldError.of(ENTRY, "manifest-entry-registered"), entry.caseId());
        }
        if (entry.version() != name.version()) {
            return refused("/manifest/version", "manifest-entry-changed");
        }
        ManifestPerson person = entry.person();
        return new Free(
                of.id,
                ManifestRegistering.known(of.arrival, person, ClosingRules.day(of.arrival, zone, checks.today(zone))),
                person == null || person.household() == null
                        ? null
                        : person.household().id());
    }

    private static NotFree refused(String pointer, String code) {
        return new NotFree(FieldError.of(pointer, code), null);
    }

    @Override
    public Uni<Void> registered(Mutiny.Session session, Map<EntryId, CaseId> cases) {
        return entries.registered(session, cases, checks.now());
    }
}
