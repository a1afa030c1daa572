package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ArrivalFact.ManifestErased;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPointId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.reception.arrivals.ExpectedArrival.Key;
import org.puente.reception.directory.ReceivingPoints;
import org.puente.reception.directory.ReceivingPoints.Point;
import org.puente.reception.returns.Checks;

/**
 * Takes in what is announced to this node. Parts may come in any order, twice, or not at all: what came can be used.
 * A node decides about its own announcements alone, and about no more than it may have open. Once people have begun to
 * come, its announcer only adds to the manifest.
 */
@ApplicationScoped
public class ArrivalIntake {
    private static final Duration LONGEST_AHEAD = Duration.ofDays(400);

    private final Node node;
    private final Checks checks;
    private final ReceivingPoints points;
    private final ManifestSealing sealing;
    private final ExpectedArrivals arrivals;
    private final ManifestEntries entries;
    private final ManifestHouseholds households;
    private final LostRegistrations lost;
    private final ArrivalLimits limits;

    ArrivalIntake(
            Node node,
            Checks checks,
            ReceivingPoints points,
            ManifestSealing sealing,
            ExpectedArrivals arrivals,
            ManifestEntries entries,
            ManifestHouseholds households,
            LostRegistrations lost,
            ArrivalLimits limits) {
        this.node = node;
        this.checks = checks;
        this.points = points;
        this.sealing = sealing;
        this.arrivals = arrivals;
        this.entries = entries;
        this.households = households;
        this.lost = lost;
        this.limits = limits;
    }

    /**
     * @throws FactRefused if a node announces for another, or what nobody can receive here
     */
    public Uni<Void> take(Mutiny.Session session, Received received) {
        NodeId from = received.topic().node();
        return switch (received.fact().orElse(null)) {
            case ManifestSealed sealed -> {
                mustBeOf(from, sealed.institution());
                yield sealed(session, from, sealed);
            }
            case ManifestErased erased -> {
                mustBeOf(from, erased.institution());
                yield erased(session, from, erased);
            }
            case ArrivalFact.Cancelled cancelled -> Uni.createFrom().voidItem(); // is told by the erased manifest
            case ArrivalFact.Closed closed -> Uni.createFrom().voidItem(); // is this service's own
            case null, default -> Uni.createFrom().voidItem();
        };
    }

    private static void mustBeOf(NodeId from, InstitutionId institution) {
        if (!from.mayOwn(institution)) {
            throw new FactRefused("foreign-entry", institution + " is not of " + from);
        }
    }

    private Uni<Void> sealed(Mutiny.Session session, NodeId from, ManifestSealed sealed) {
        if (!sealed.to().equals(node.id())) {
            throw new FactRefused("foreign-party", "the manifest is sealed to another");
        }
        if (sealed.parts() > ManifestPart.MAX_PARTS) {
            throw new FactRefused("manifest-too-large", "a manifest has at most " + ManifestPart.MAX_PARTS + " parts");
        }
        ManifestPart part = sealing.open(sealed);
        Instant now = checks.now();
        if (part.announcement().expectedAt().isAfter(now.plus(LONGEST_AHEAD))) {
            throw new FactRefused("arrival-too-far-ahead", "the arrival is expected in more than a year");
        }
        return receiver(session, part)
                .chain(point -> known(
                                session,
                                new Key(from, sealed.arrivalId()),
                                sealed.institution(),
                                now,
                                () -> mustBeginNow(session, from, sealed, now))
                        .chain(known -> keep(session, known, part, point, sealed.occurredAt())));
    }

    private Uni<Point> receiver(Mutiny.Session session, ManifestPart part) {
        return points.find(session, new ReceptionPointId(part.announcement().receptionPoint()))
                .map(found -> found.filter(point -> point.node().equals(node.id()))
                        .orElseThrow(
                                () -> new FactRefused("foreign-point", "the reception point is none of this node")));
    }

    /** The arrival, locked; begun if nothing of it has come yet. */
    private Uni<ExpectedArrival> known(
            Mutiny.Session session, Key key, InstitutionId announcer, Instant now, Supplier<Uni<Void>> mustBegin) {
        return arrivals.find(session, key)
                .chain(known -> known != null
                        ? Uni.createFrom().item(known)
                        : mustBegin
                                .get()
                                .chain(() -> arrivals.add(session, key, announcer, now))
                                .chain(() -> arrivals.find(session, key)))
                .invoke(known -> {
                    if (!known.announcer().equals(announcer)) {
                        throw new FactRefused("foreign-arrival", "another institution has announced this arrival");
                    }
                });
    }

    /** What is older than any cancellation that is still known may have been cancelled since. */
    private Uni<Void> mustBeginNow(Mutiny.Session session, NodeId from, ManifestSealed sealed, Instant now) {
        if (sealed.occurredAt().isBefore(limits.cancelledSince(now))) {
            throw new FactRefused("manifest-too-old", "the arrival may have been cancelled since");
        }
        return mustHaveRoom(session, from, sealed.institution(), limits::hasRoomForArrival);
    }

    private Uni<Void> mustHaveRoom(
            Mutiny.Session session, NodeId from, InstitutionId announcer, Predicate<ExpectedArrivals.Room> hasRoom) {
        return arrivals.room(session, from, announcer, checks.now())
                .invoke(room -> {
                    if (!hasRoom.test(room)) {
                        throw new FactRefused(
                                "too-many-arrivals",
                                from + " or " + announcer + " has announced or cancelled too many");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> keep(
            Mutiny.Session session, ExpectedArrival known, ManifestPart part, Point point, Instant sentAt) {
        boolean same = part.version() == known.version();
        if (same && !known.isCancelled() && part.parts() != known.parts()) {
            throw new FactRefused("parts-contradict", "another part of this version counts other parts");
        }
        boolean old =
                part.version() < known.version() || same && known.partsCame().contains(part.part());
        if (old || known.isCancelled()) {
            return Uni.createFrom().voidItem();
        }
        return hasBegun(session, known).chain(begun -> {
            ExpectedArrival now = known.with(part, point.institution(), begun);
            return arrivals.keep(session, now)
                    .chain(() -> people(session, now, part, sentAt))
                    .chain(() -> now.isWhole() && !begun
                            ? entries.forgetFormer(session, known.key(), part.version())
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> people(Mutiny.Session session, ExpectedArrival arrival, ManifestPart part, Instant sentAt) {
        return lost.mayBeOf(session, arrival, sentAt)
                .chain(lost -> arrival.isClosed() || lost
                        ? entries.keepErased(session, arrival.key(), part.version(), part.people())
                        : entries.keep(
                                session, arrival.key(), part.version(), households.of(arrival.key(), part.people())));
    }

    /** From then on people stand at the desks, and the announcer takes nobody off the manifest. */
    private Uni<Boolean> hasBegun(Mutiny.Session session, ExpectedArrival known) {
        return known.isClosed() || known.landing() != null
                ? Uni.createFrom().item(true)
                : entries.hasCome(session, known.key());
    }

    private Uni<Void> erased(Mutiny.Session session, NodeId from, ManifestErased erased) {
        Key key = new Key(from, erased.arrivalId());
        return known(
                        session,
                        key,
                        erased.institution(),
                        checks.now(),
                        () -> mustHaveRoom(session, from, erased.institution(), limits::hasRoomForCancellation))
                .chain(known -> known.isCancelled() || known.isClosed() || erased.version() <= known.version()
                        ? Uni.createFrom().voidItem()
                        : hasBegun(session, known)
                                .chain(begun -> begun
                                        ? arrivals.ignoreCancellation(session, key, checks.now())
                                        : cancel(session, key, erased)));
    }

    private Uni<Void> cancel(Mutiny.Session session, Key key, ManifestErased erased) {
        return arrivals.cancel(session, key, erased.version(), erased.occurredAt())
                .chain(() -> entries.forgetFormer(session, key, erased.version()));
    }
}
