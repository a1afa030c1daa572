package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.ReturnCase;

/** Records, corrects and takes back when people left the reception point, and publishes it. */
@ApplicationScoped
class RecordingDeparture {
    private final Checks checks;
    private final ReportedTimes times;
    private final GroupMembers members;
    private final Landings landings;
    private final Departures departures;
    private final Outbox outbox;

    RecordingDeparture(
            Checks checks,
            ReportedTimes times,
            GroupMembers members,
            Landings landings,
            Departures departures,
            Outbox outbox) {
        this.checks = checks;
        this.times = times;
        this.members = members;
        this.landings = landings;
        this.departures = departures;
        this.outbox = outbox;
    }

    /**
     * @param cases of whom it was not known that they left
     */
    record Recorded(Instant leftAt, List<CaseId> cases) {}

    /** Records that the people of a group left; who left before stays as recorded. */
    Uni<Recorded> record(Mutiny.Session session, InstitutionId institution, DepartureReport report) {
        return members.of(session, institution, report.group()).chain(people -> {
            Instant leftAt = times.of("/leftAt", report.leftAt(), people.returnedOn());
            Written written = times.written(report.writtenAt(), people.returnedOn());
            return departures
                    .record(session, people.cases(), leftAt, written)
                    .call(changes -> mustFollowLanding(session, changes, leftAt))
                    .call(changes -> publish(session, institution, changes, leftAt))
                    .map(changes -> new Recorded(
                            leftAt,
                            changes.stream().map(Departures.Change::caseId).toList()));
        });
    }

    /**
     * @param returnCase locked, and the caller's
     */
    Uni<Void> correct(Mutiny.Session session, ReturnCase returnCase, CaseDepartureReport report) {
        LocalDate returnedOn = returnCase.registration().returnedOn();
        Instant leftAt = times.of("/leftAt", report.leftAt(), returnedOn);
        Written written = times.written(report.writtenAt(), returnedOn);
        return departures
                .correct(session, returnCase.id(), leftAt, written)
                .call(changes -> mustFollowLanding(session, changes, leftAt))
                .chain(changes -> publish(session, returnCase.owner(), changes, leftAt));
    }

    /**
     * @param returnCase locked, and the caller's
     */
    Uni<Void> takeBack(Mutiny.Session session, ReturnCase returnCase) {
        return departures
                .takeBack(session, returnCase.id(), checks.now())
                .chain(changes -> publish(session, returnCase.owner(), changes, null));
    }

    /** An old report that changes nothing may be from before the landing was corrected. */
    private Uni<Void> mustFollowLanding(Mutiny.Session session, List<Departures.Change> changes, Instant leftAt) {
        return landings.latest(
                        session, changes.stream().map(Departures.Change::caseId).toList())
                .invoke(landedAt -> {
                    if (landedAt != null && leftAt.isBefore(landedAt)) {
                        throw ProblemException.ruleBroken("left-before-landing", landedAt.toString());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> publish(
            Mutiny.Session session, InstitutionId institution, List<Departures.Change> changes, Instant leftAt) {
        Instant at = checks.now();
        return outbox.add(
                session,
                changes.stream()
                        .map(change -> Outgoing.of(
                                new ReceptionFact.ReceptionTimed(
                                        change.caseId(), institution, at, change.version(), leftAt),
                                at))
                        .toList());
    }
}
