package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.Transport;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.returns.Checks;

/** Records, corrects and takes back the time at which a flight or a bus arrived, and publishes it. */
@ApplicationScoped
class RecordingLanding {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final ReportedTimes times;
    private final Landings landings;
    private final Outbox outbox;

    RecordingLanding(
            ReceptionDirectory directory, Checks checks, ReportedTimes times, Landings landings, Outbox outbox) {
        this.directory = directory;
        this.checks = checks;
        this.times = times;
        this.landings = landings;
        this.outbox = outbox;
    }

    Uni<Landings.Landing> record(Mutiny.Session session, InstitutionId institution, LandingReport report) {
        Flight flight = report.flight();
        return directory
                .receiving(session, institution)
                .invoke(desk -> mustBeOf(desk, flight))
                .map(desk -> times.of("/landedAt", report.landedAt(), flight.returnedOn()))
                .chain(landedAt -> landings.record(
                        session,
                        institution,
                        flight,
                        report.mode(),
                        landedAt,
                        times.written(report.writtenAt(), flight.returnedOn())))
                .call(changed -> publish(session, institution, changed))
                .chain(changed -> changed.map(landing -> Uni.createFrom().item(landing))
                        .orElseGet(() -> landings.read(session, institution, flight)));
    }

    /** A second time changes nothing; 404 if the institution has no such landing. */
    Uni<Void> takeBack(Mutiny.Session session, InstitutionId institution, UUID arrivalId) {
        return landings.exists(session, institution, arrivalId)
                .invoke(exists -> {
                    if (!exists) {
                        throw ProblemException.notFound();
                    }
                })
                .chain(() -> landings.takeBack(session, institution, arrivalId, checks.now()))
                .chain(changed -> publish(session, institution, changed));
    }

    private void mustBeOf(Desk desk, Flight flight) {
        if (!desk.points().contains(flight.receptionPoint())) {
            throw ProblemException.invalid(FieldError.of(
                    "/flight/receptionPoint", "reception-point-unknown", String.join(", ", desk.points())));
        }
        if (flight.returnedOn().isAfter(checks.today(desk.zone()))) {
            throw ProblemException.invalid(FieldError.of("/flight/returnedOn", "in-the-future"));
        }
    }

    private Uni<Void> publish(Mutiny.Session session, InstitutionId institution, Optional<Landings.Landing> changed) {
        return changed.map(landing -> outbox.add(session, fact(institution, landing)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Outgoing fact(InstitutionId institution, Landings.Landing landing) {
        Instant at = checks.now();
        return Outgoing.of(
                new ReceptionFact.ArrivalTimed(
                        landing.arrivalId(),
                        institution,
                        at,
                        landing.version(),
                        new ReceptionPointId(landing.flight().receptionPoint()),
                        landing.flight().returnedOn(),
                        new Transport(landing.mode(), landing.flight().reference()),
                        landing.landedAt()),
                at);
    }
}
