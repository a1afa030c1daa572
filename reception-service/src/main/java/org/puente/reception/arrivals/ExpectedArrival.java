package org.puente.reception.arrivals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.flights.ReportedTimes;

/**
 * An arrival that was announced to this node, as far as it is known here.
 *
 * @param institution that receives; null where only the cancellation has come
 * @param version of the announcement; a higher one replaces it
 * @param partsCame which of its parts are here
 * @param announcement null where only the cancellation, or the closing, is known
 * @param cancelledAt null while it stands
 * @param closing null until everybody is accounted for
 * @param cancellationIgnoredAt when the announcer cancelled it though its people had begun to come; null if not
 * @param expectedAt as it was announced; where only a cancellation or closing is known, when that came
 * @param landing null until one of this flight or bus is recorded near the expected time
 */
record ExpectedArrival(
        Key key,
        InstitutionId announcer,
        InstitutionId institution,
        int version,
        int parts,
        Set<Integer> partsCame,
        Announcement announcement,
        Instant cancelledAt,
        Closing closing,
        Landing landing,
        Instant expectedAt,
        Instant cancellationIgnoredAt) {

    /** The node that announces, and its id of the arrival. */
    record Key(NodeId node, ArrivalId id) {}

    /**
     * When it landed.
     *
     * @param returnedOn the day under which its people are registered
     */
    record Landing(Instant landedAt, LocalDate returnedOn) {}

    /**
     * How everybody is accounted for; the counts mean what they mean in the fact.
     *
     * @param version counts from 1
     */
    record Closing(
            int version, Instant closedAt, LocalDate returnedOn, int listed, int came, int absent, int unlisted) {
        boolean isSame(Closing other) {
            return returnedOn.equals(other.returnedOn)
                    && listed == other.listed
                    && came == other.came
                    && absent == other.absent
                    && unlisted == other.unlisted;
        }
    }

    /** Flights have the same number every day; so a landing belongs to an announcement only if it is near its time. */
    static final String SELECT = """
            select a.from_node, a.arrival_id, a.announcer, a.institution, a.version, a.parts, a.parts_came, a.content,
                   a.cancelled_at, a.closing, l.landed_at, l.returned_on, a.expected_at,
                   a.cancellation_ignored_at
            from expected_arrival a left join lateral (
                select s.landed_at, s.returned_on from landing_standing s
                where s.institution = a.institution and s.reception_point = a.reception_point
                  and s.reference = cast(a.content as json) -> 'transport' ->> 'reference'
                  and s.returned_on between cast(a.expected_at as date) - 2 and cast(a.expected_at as date) + 2
                  and s.landed_at between a.expected_at - interval '6 hours'
                                      and a.expected_at + interval '18 hours'
                order by s.landed_at limit 1) l on true
            """;

    static ExpectedArrival of(Object[] row) {
        return new ExpectedArrival(
                new Key(new NodeId((String) row[0]), new ArrivalId((UUID) row[1])),
                new InstitutionId((String) row[2]),
                row[3] == null ? null : new InstitutionId((String) row[3]),
                (Integer) row[4],
                (Integer) row[5],
                new TreeSet<>(Set.of(Json.read((String) row[6], Integer[].class))),
                row[7] == null ? null : Json.read((String) row[7], Announcement.class),
                ReportedTimes.stored(row[8]),
                row[9] == null ? null : Json.read((String) row[9], Closing.class),
                row[10] == null ? null : new Landing(ReportedTimes.stored(row[10]), (LocalDate) row[11]),
                ReportedTimes.stored(row[12]),
                ReportedTimes.stored(row[13]));
    }

    Party announcedBy() {
        return new Party(key.node(), announcer);
    }

    /**
     * The same with a part of a version, which may be a new one.
     *
     * @param receiver the institution of the reception point that the part names
     * @param begun whether people have begun to come: then the announcer moves the arrival no more, and only adds people
     */
    ExpectedArrival with(ManifestPart part, InstitutionId receiver, boolean begun) {
        boolean stays = begun && announcement != null;
        Announcement now = stays ? announcement.listing(part.announcement().listed()) : part.announcement();
        Set<Integer> came = new TreeSet<>(part.version() == version ? partsCame : Set.of());
        came.add(part.part());
        return new ExpectedArrival(
                key,
                announcer,
                stays ? institution : receiver,
                part.version(),
                part.parts(),
                came,
                now,
                cancelledAt,
                closing,
                landing,
                now.expectedAt(),
                cancellationIgnoredAt);
    }

    /** Refuses an arrival that is cancelled, or of which a restore has left nothing but the figures. */
    void mustStand() {
        if (isCancelled() && !isClosed()) {
            throw ProblemException.conflict("arrival-cancelled");
        }
        if (announcement == null) {
            throw ProblemException.conflict("arrival-lost");
        }
    }

    /** Whether all parts of its newest version are here; false once it is cancelled. */
    boolean isWhole() {
        return partsCame.size() >= parts;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isClosed() {
        return closing != null;
    }

    ArrivalState state() {
        return isClosed() ? ArrivalState.CLOSED : isCancelled() ? ArrivalState.CANCELLED : ArrivalState.EXPECTED;
    }
}
