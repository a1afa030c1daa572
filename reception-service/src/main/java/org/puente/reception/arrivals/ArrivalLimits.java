package org.puente.reception.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.reception.arrivals.ExpectedArrivals.Counts;
import org.puente.reception.arrivals.ExpectedArrivals.Room;

/** How many arrivals a node may announce, and each of its announcers: one of them stops none of the others. */
@ApplicationScoped
class ArrivalLimits {
    private final int most;
    private final int mostUnknown;
    private final int announcersMost;
    private final int announcersMostUnknown;
    private final Period cancelledKept;

    /**
     * @param most how many arrivals of one node may be open at a time, and how many may be cancelled
     * @param mostUnknown how many cancellations of one node may be kept whose arrivals have not come
     * @param announcersMost as {@code most}, of one institution
     * @param announcersMostUnknown as {@code mostUnknown}, of one institution
     * @param cancelledKept how long a cancelled arrival is kept
     */
    ArrivalLimits(
            @ConfigProperty(name = "puente.policy.open-arrivals-most") int most,
            @ConfigProperty(name = "puente.policy.unknown-cancellations-most") int mostUnknown,
            @ConfigProperty(name = "puente.policy.announcers-arrivals-most") int announcersMost,
            @ConfigProperty(name = "puente.policy.announcers-unknown-cancellations-most") int announcersMostUnknown,
            @ConfigProperty(name = "puente.policy.cancelled-arrivals-kept") Period cancelledKept) {
        this.most = most;
        this.mostUnknown = mostUnknown;
        this.announcersMost = announcersMost;
        this.announcersMostUnknown = announcersMostUnknown;
        this.cancelledKept = cancelledKept;
    }

    int announcersMost() {
        return announcersMost;
    }

    Period cancelledKept() {
        return cancelledKept;
    }

    /** What was cancelled before is deleted. */
    Instant cancelledSince(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(cancelledKept).toInstant();
    }

    boolean hasRoomForArrival(Room room) {
        return hasRoom(room.ofNode(), most) && hasRoom(room.ofAnnouncer(), announcersMost);
    }

    boolean hasRoomForCancellation(Room room) {
        return room.ofNode().unknown() < mostUnknown && room.ofAnnouncer().unknown() < announcersMostUnknown;
    }

    private static boolean hasRoom(Counts counts, int most) {
        return counts.open() < most && counts.cancelled() < most;
    }
}
