package org.puente.referral.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;

/**
 * How each institution has answered the referrals of this node, over the last half year. Referrals
 * of other nodes don't count: any node could issue as many as it likes, to be answered at once. Nor
 * does a referral that was taken back before its deadline. They are counted once a minute at most,
 * when somebody asks.
 */
@ApplicationScoped
class AnswerRecord {
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Counted(Map<InstitutionId, AnswerRate> rates, Instant at) {}

    private final Node node;
    private final Clock clock;
    private volatile Counted counted = new Counted(Map.of(), Instant.MIN);

    AnswerRecord(Node node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    /** By institution; none for an institution without a referral whose deadline is over. */
    Uni<Map<InstitutionId, AnswerRate>> rates(Mutiny.Session session) {
        Counted current = counted;
        Instant now = clock.instant();
        return current.at.isAfter(now.minus(FRESH))
                ? Uni.createFrom().item(current.rates)
                : count(session, now).invoke(rates -> counted = new Counted(rates, now));
    }

    private Uni<Map<InstitutionId, AnswerRate>> count(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(
                        "select to_institution, count(*) as asked,"
                                + " count(*) filter (where answered) as in_time"
                                + " from referral_standing where answer_by between :from and :now"
                                + " and from_node = :node"
                                + " and (answered or status not in ('cancelled', 'withdrawn')"
                                + " or final_at > answer_by)"
                                + " group by to_institution",
                        Object[].class)
                .setParameter("node", node.id().value())
                .setParameter("from", now.minus(REMEMBERED))
                .setParameter("now", now)
                .getResultList()
                .map(rows -> {
                    Map<InstitutionId, AnswerRate> rates = new HashMap<>();
                    for (Object[] row : rows) {
                        rates.put(new InstitutionId((String) row[0]), new AnswerRate(number(row[1]), number(row[2])));
                    }
                    return Map.copyOf(rates);
                });
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
