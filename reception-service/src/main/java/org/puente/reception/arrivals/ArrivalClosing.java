package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReceptionPointId;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.arrivals.ExpectedArrival.Closing;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;

/**
 * Accounts for everybody of an announced arrival: who came, who did not, who was not on the manifest. What is known of
 * those who did not come is erased at once. Closing again counts anew.
 */
@ApplicationScoped
class ArrivalClosing {
    private final Checks checks;
    private final ReceptionDirectory directory;
    private final ExpectedArrivals arrivals;
    private final ManifestEntries entries;
    private final Outbox outbox;

    ArrivalClosing(
            Checks checks,
            ReceptionDirectory directory,
            ExpectedArrivals arrivals,
            ManifestEntries entries,
            Outbox outbox) {
        this.checks = checks;
        this.directory = directory;
        this.arrivals = arrivals;
        this.entries = entries;
        this.outbox = outbox;
    }

    /**
     * How everybody is accounted for.
     *
     * @param unlisted registered with the flight or bus, and on no manifest
     */
    record Account(Closing closing, List<ManifestEntries.Entry> entries, List<CaseId> unlisted) {}

    /**
     * @param arrival locked, and received by the caller
     * @param returnedOn the day under which its people are registered; null for that of the landing, or else the
     *     expected one
     * @param withoutParts whether to close though parts of the manifest are on their way: their people count as absent
     */
    Uni<Account> close(Mutiny.Session session, ExpectedArrival arrival, LocalDate returnedOn, boolean withoutParts) {
        Instant now = checks.now();
        return entries.of(session, arrival.key())
                .invoke(all -> ClosingRules.mustBePossible(arrival, came(all) > 0, withoutParts, now))
                .chain(all -> directory
                        .zone(session)
                        .chain(zone -> day(session, arrival, returnedOn, zone))
                        .chain(day -> entries.unlisted(session, arrival, day)
                                .chain(unlisted -> close(session, arrival, all, unlisted, day, now))));
    }

    private Uni<LocalDate> day(Mutiny.Session session, ExpectedArrival arrival, LocalDate given, ZoneId zone) {
        LocalDate today = checks.today(zone);
        if (given == null) {
            return Uni.createFrom().item(ClosingRules.day(arrival, zone, today));
        }
        return ClosingRules.isNear(given, arrival, zone, today)
                ? Uni.createFrom().item(given)
                : entries.isRegisteredOn(session, arrival.key(), given)
                        .invoke(registered -> {
                            if (!registered) {
                                throw ProblemException.invalid(
                                        FieldError.of("/returnedOn", "closing-day-out-of-range"));
                            }
                        })
                        .replaceWith(given);
    }

    private static int came(List<ManifestEntries.Entry> all) {
        return (int) all.stream().filter(ManifestEntries.Entry::came).count();
    }

    private Uni<Account> close(
            Mutiny.Session session,
            ExpectedArrival arrival,
            List<ManifestEntries.Entry> all,
            List<CaseId> unlisted,
            LocalDate day,
            Instant now) {
        Closing counted = counted(arrival, all, unlisted.size(), day, now);
        if (arrival.isClosed() && counted.isSame(arrival.closing())) {
            return Uni.createFrom().item(new Account(arrival.closing(), all, unlisted));
        }
        return arrivals.close(session, arrival.key(), counted)
                .chain(() -> entries.erase(session, arrival.key()))
                .chain(() -> outbox.add(session, Outgoing.of(fact(arrival, counted), now)))
                .replaceWith(new Account(counted, all, unlisted));
    }

    /** People of parts that never came are on the manifest, and absent. */
    private static Closing counted(
            ExpectedArrival arrival, List<ManifestEntries.Entry> all, int unlisted, LocalDate day, Instant now) {
        int came = came(all);
        int listed = Math.max(all.size(), arrival.announcement().listed());
        int version = arrival.isClosed() ? arrival.closing().version() + 1 : 1;
        return new Closing(version, now, day, listed, came, listed - came, unlisted);
    }

    private static ArrivalFact.Closed fact(ExpectedArrival arrival, Closing closing) {
        return new ArrivalFact.Closed(
                arrival.key().id(),
                arrival.institution(),
                closing.closedAt(),
                closing.version(),
                arrival.announcedBy(),
                new ReceptionPointId(arrival.announcement().receptionPoint()),
                closing.returnedOn(),
                PublishedArrival.transport(arrival.announcement().transport()),
                closing.listed(),
                closing.came(),
                closing.absent(),
                closing.unlisted());
    }
}
