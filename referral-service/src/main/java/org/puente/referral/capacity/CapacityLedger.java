package org.puente.referral.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.Code;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Places;
import org.puente.platform.Node;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;

/**
 * Counts the places of this node's offers. Every change locks the offer's row, so that the last
 * place is taken once, and publishes {@code capacity.changed} in the same transaction.
 */
@ApplicationScoped
public class CapacityLedger {
    /**
     * Where the offer had no limit, or it was lifted for a while, counting begins with the
     * referrals that hold a place and those that wait. Their rows are locked, so that no change
     * goes uncounted.
     */
    private static final String SET = """
            with standing as (
                select holds_place, waits from referral_standing
                where offer_id = :offerId and final_at is null
                  and not exists (select from places where offer_id = :offerId)
                for update
            )
            insert into places (offer_id, maximum, unit, taken, waitlist, queue_version)
            select cast(:offerId as text), cast(:maximum as integer), cast(:unit as text),
                   count(*) filter (where holds_place), count(*) filter (where waits),
                   count(*) filter (where waits)
            from standing
            on conflict (offer_id) do update set maximum = excluded.maximum, unit = excluded.unit
            where (places.maximum, places.unit) is distinct from (excluded.maximum, excluded.unit)
            """;

    /**
     * No row means no limit; a row without a free place stays as it is. A referral may name an
     * offer of another institution than its recipient: then no place is taken.
     */
    private static final String TAKE = """
            update places set taken = taken + 1 where offer_id = :offerId and taken < maximum
              and not exists (select 1 from offer_standing o
                              where o.id = :offerId and o.node = :node
                                and o.institution <> :institution)
            """;

    private static final String TAKE_AGAIN = "update places set taken = taken + 1 where offer_id = :offerId";

    private static final String GIVE_BACK =
            "update places set taken = greatest(taken - 1, 0) where offer_id = :offerId";

    private static final String WAIT = "update places set waitlist = greatest(waitlist + :step, 0),"
            + " queue_version = queue_version + 1 where offer_id = :offerId";

    private static final String READ = "select maximum, unit, taken, waitlist from places where offer_id = :offerId";

    private static final String FREE_WITH_WAITING =
            " from referral_standing left join places using (offer_id) where waits and (taken < maximum"
                    + " or places.offer_id is null and queue_position is not null)";

    /** Conditions of the clock: whether {@link #freeWithWaiting} or {@link #unpublishedQueues} finds any. */
    static final String ANY_FREE_WITH_WAITING = "exists (select" + FREE_WITH_WAITING + ")";

    static final String ANY_UNPUBLISHED_QUEUE = "exists (select from places where queue_version <> queue_told)";

    private final Node node;
    private final Outbox outbox;
    private final Clock clock;

    CapacityLedger(Node node, Outbox outbox, Clock clock) {
        this.node = node;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Applies the limit that the registry has published for an offer of this node. */
    public Uni<Void> follow(Mutiny.Session session, OfferPublished offer) {
        Places limit = offer.capacity();
        if (!offer.node().equals(node.id())) {
            return Uni.createFrom().voidItem();
        }
        if (limit == null) {
            return update(session, "delete from places where offer_id = :offerId", offer.offerId())
                    .replaceWithVoid();
        }
        return session.createNativeQuery(SET)
                .setParameter("offerId", offer.offerId().value())
                .setParameter("maximum", limit.maximum())
                .setParameter("unit", limit.unit().code())
                .executeUpdate()
                .chain(changed -> changed == 0
                        ? Uni.createFrom().voidItem()
                        : publish(session, offer.offerId(), offer.institution()));
    }

    /** The result of asking for a place. */
    public enum Taken {
        /** A place was taken and has to be given back. */
        PLACE,
        /** The offer has no limit, so there is nothing to give back. */
        UNLIMITED,
        /** Every place is taken, or the offer is of another institution. */
        NONE
    }

    public Uni<Taken> take(Mutiny.Session session, OfferId offer, InstitutionId institution) {
        return session.createNativeQuery(TAKE)
                .setParameter("offerId", offer.value())
                .setParameter("node", node.id().value())
                .setParameter("institution", institution.value())
                .executeUpdate()
                .chain(taken -> taken == 1
                        ? publish(session, offer, institution).replaceWith(Taken.PLACE)
                        : read(session, offer).map(row -> row == null ? Taken.UNLIMITED : Taken.NONE));
    }

    /**
     * Counts a place that was given before, whether or not a place is free.
     *
     * @return whether the place has to be given back; false where the offer has no limit
     */
    public Uni<Boolean> takeAgain(Mutiny.Session session, OfferId offer, InstitutionId institution) {
        return update(session, TAKE_AGAIN, offer)
                .chain(rows -> rows == 0
                        ? Uni.createFrom().item(false)
                        : publish(session, offer, institution).replaceWith(true));
    }

    public Uni<Void> giveBack(Mutiny.Session session, OfferId offer, InstitutionId institution) {
        return update(session, GIVE_BACK, offer)
                .chain(rows -> rows == 0 ? Uni.createFrom().voidItem() : publish(session, offer, institution));
    }

    /**
     * @param step 1 for one more who waits, -1 for one less
     */
    public Uni<Void> waiting(Mutiny.Session session, OfferId offer, InstitutionId institution, int step) {
        return session.createNativeQuery(WAIT)
                .setParameter("offerId", offer.value())
                .setParameter("step", step)
                .executeUpdate()
                .chain(rows -> rows == 0 ? Uni.createFrom().voidItem() : publish(session, offer, institution));
    }

    /**
     * Offers that have both a free place and somebody who waits for one. Where there is no limit,
     * only those count who got a position while there was one: others are put on the list, and
     * taken off it, by their institution.
     */
    public Uni<List<OfferId>> freeWithWaiting(Mutiny.Session session, int max) {
        return session.createNativeQuery(
                        "select distinct offer_id" + FREE_WITH_WAITING + " order by offer_id limit :max", String.class)
                .setParameter("max", max)
                .getResultList()
                .map(ids -> ids.stream().map(OfferId::new).toList());
    }

    /**
     * The waiting list of an offer, as it was when it was read.
     *
     * @param version changes whenever somebody comes onto the list or leaves it
     */
    public record Queue(OfferId offer, long version) {}

    /** Waiting lists that have changed since their positions were last published. */
    public Uni<List<Queue>> unpublishedQueues(Mutiny.Session session, int max) {
        return session.createNativeQuery(
                        "select offer_id, queue_version from places"
                                + " where queue_version <> queue_told order by offer_id limit :max",
                        Object[].class)
                .setParameter("max", max)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Queue(new OfferId((String) row[0]), ((Number) row[1]).longValue()))
                        .toList());
    }

    /** These positions are published; a later change makes another version, which is published next. */
    public Uni<Void> markPublished(Mutiny.Session session, Queue queue) {
        return session.createNativeQuery("update places set queue_told = :version where offer_id = :offerId")
                .setParameter("version", queue.version())
                .setParameter("offerId", queue.offer().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> publish(Mutiny.Session session, OfferId offer, InstitutionId institution) {
        Instant now = clock.instant();
        return read(session, offer)
                .chain(row -> outbox.add(
                        session,
                        Outgoing.of(
                                new CapacityChanged(
                                        offer,
                                        institution,
                                        node.id(),
                                        Math.max(0, number(row[0]) - number(row[2])),
                                        number(row[0]),
                                        Code.of(CapacityUnit.class, (String) row[1]),
                                        number(row[3]),
                                        now),
                                now)));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static Uni<Object[]> read(Mutiny.Session session, OfferId offer) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("offerId", offer.value())
                .getSingleResultOrNull();
    }

    private static Uni<Integer> update(Mutiny.Session session, String sql, OfferId offer) {
        return session.createNativeQuery(sql)
                .setParameter("offerId", offer.value())
                .executeUpdate();
    }
}
