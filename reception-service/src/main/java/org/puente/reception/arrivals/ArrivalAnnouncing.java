package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPointId;
import org.puente.platform.ids.Ids;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.arrivals.AnnouncedArrivals.Announced;
import org.puente.reception.directory.ReceivingPoints;
import org.puente.reception.directory.ReceivingPoints.Point;
import org.puente.reception.returns.Checks;

/** Announces an arrival, replaces what was announced, and cancels it: to the region, and sealed to who receives. */
@ApplicationScoped
class ArrivalAnnouncing {
    private final ReceivingPoints points;
    private final Checks checks;
    private final AnnouncedArrivals arrivals;
    private final ArrivalLimits limits;
    private final ManifestSealing sealing;
    private final Outbox outbox;

    ArrivalAnnouncing(
            ReceivingPoints points,
            Checks checks,
            AnnouncedArrivals arrivals,
            ArrivalLimits limits,
            ManifestSealing sealing,
            Outbox outbox) {
        this.points = points;
        this.checks = checks;
        this.arrivals = arrivals;
        this.limits = limits;
        this.sealing = sealing;
        this.outbox = outbox;
    }

    /** Refuses an id that is taken (409), by whomever, and what its receiver would put aside as too many (409). */
    Uni<Announced> announce(Mutiny.Session session, InstitutionId institution, AnnounceRequest request) {
        ArrivalId id = request.arrivalId() == null ? new ArrivalId(Ids.next()) : request.arrivalId();
        Instant now = checks.now();
        Announcement announcement = request.announcement();
        return mustAnnounce(session, institution)
                .chain(() -> point(session, request.receptionPoint()))
                .call(point -> mustHaveRoom(session, institution, point.node(), now))
                .chain(point -> arrivals.add(session, id, institution, point.node(), announcement, now)
                        .invoke(ArrivalAnnouncing::mustBeNew)
                        .chain(() -> publish(session, id, institution, 1, announcement, request.people(), point, now)))
                .chain(() -> arrivals.read(session, id, institution));
    }

    private Uni<Void> mustHaveRoom(Mutiny.Session session, InstitutionId institution, NodeId to, Instant now) {
        Instant over = now.minus(AnnouncementRules.LONGEST_AGO);
        return arrivals.count(session, institution, to, over, limits.cancelledSince(now))
                .invoke(count -> {
                    if (count >= limits.announcersMost()) {
                        throw ProblemException.conflict("too-many-arrivals", limits.announcersMost());
                    }
                })
                .replaceWithVoid();
    }

    private static void mustBeNew(boolean added) {
        if (!added) {
            throw ProblemException.conflict("arrival-id-taken");
        }
    }

    /**
     * @param before locked, and the caller's
     */
    Uni<Announced> replace(Mutiny.Session session, Announced before, AnnounceRequest request) {
        mustStand(before);
        Instant now = checks.now();
        Announcement announcement = request.announcement();
        return mustAnnounce(session, before.institution())
                .chain(() -> point(session, request.receptionPoint()))
                .call(point -> receiver(session, before).invoke(known -> mustBeTheSame(known, point.node())))
                .chain(point -> arrivals.replace(session, before.arrivalId(), announcement, now)
                        .chain(() -> publish(
                                session,
                                before.arrivalId(),
                                before.institution(),
                                before.version() + 1,
                                announcement,
                                request.people(),
                                point,
                                now)))
                .chain(() -> arrivals.read(session, before.arrivalId(), before.institution()));
    }

    private static void mustStand(Announced announced) {
        if (announced.isCancelled()) {
            throw ProblemException.conflict("arrival-cancelled");
        }
    }

    /** A manifest that another node has must not be left there. */
    private static void mustBeTheSame(NodeId known, NodeId now) {
        if (known != null && !known.equals(now)) {
            throw ProblemException.ruleBroken("arrival-to-another-node");
        }
    }

    /**
     * A second time changes nothing.
     *
     * @param announced locked, and the caller's
     */
    Uni<Void> cancel(Mutiny.Session session, Announced announced) {
        if (announced.isCancelled()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = checks.now();
        ArrivalId id = announced.arrivalId();
        InstitutionId institution = announced.institution();
        return arrivals.cancel(session, id, now)
                .chain(() -> receiver(session, announced))
                .chain(to -> {
                    List<Outgoing> facts = new ArrayList<>();
                    facts.add(Outgoing.of(new ArrivalFact.Cancelled(id, institution, now), now));
                    if (to != null) {
                        int version = announced.version() + 1;
                        facts.add(Outgoing.to(to, new ArrivalFact.ManifestErased(id, institution, now, version), now));
                    }
                    return outbox.add(session, facts);
                });
    }

    /** The node that has the manifest; null where a restore has lost it, and the directory has the point no more. */
    private Uni<NodeId> receiver(Mutiny.Session session, Announced announced) {
        return announced.to() != null
                ? Uni.createFrom().item(announced.to())
                : points.find(
                                session,
                                new ReceptionPointId(announced.announcement().receptionPoint()))
                        .map(found -> found.map(Point::node).orElse(null));
    }

    private Uni<Void> mustAnnounce(Mutiny.Session session, InstitutionId institution) {
        return points.mayAnnounce(session, institution)
                .invoke(may -> {
                    if (!may) {
                        throw ProblemException.forbidden("not-an-announcer");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Point> point(Mutiny.Session session, String id) {
        return points.find(session, new ReceptionPointId(id))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.invalid(FieldError.of("/receptionPoint", "arrival-point-unknown"))));
    }

    private Uni<Void> publish(
            Mutiny.Session session,
            ArrivalId id,
            InstitutionId institution,
            int version,
            Announcement announcement,
            List<ManifestPerson> people,
            Point point,
            Instant now) {
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(PublishedArrival.fact(id, institution, announcement, point, now), now));
        facts.addAll(sealing.parts(id, institution, version, announcement, people, point, now));
        return outbox.add(session, facts);
    }
}
