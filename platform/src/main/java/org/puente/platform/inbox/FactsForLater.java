package org.puente.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.FactType;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;

/**
 * Takes in, in their order, facts of types that a former release did not know. It does so at the
 * start and when partitions are assigned, before the newer records there. It also does so every
 * minute, for facts that instances of the former release still put aside meanwhile.
 */
@ApplicationScoped
@Default
@Identifier(FactsForLater.NAME)
class FactsForLater implements KafkaConsumerRebalanceListener {
    static final String NAME = "facts-for-later";

    private static final Logger LOG = Logger.getLogger(FactsForLater.class);
    private static final int MAX = 100;
    private static final String KNOWN_NOW = """
            select id from dead_letter
            where cause = 'type-unknown' and replayed_at is null and discarded_at is null
                  and cast(headers as json) ->> 'ce_type' in
                      (select json_array_elements_text(cast(cast(:types as text) as json)))
            order by topic, partition_no, offset_no
            """;
    private static final String TYPES =
            Json.write(Arrays.stream(FactType.values()).map(FactType::type).toList());

    private final UnitOfWork work;
    private final Replays replays;
    private final AtomicBoolean due = new AtomicBoolean(true);

    FactsForLater(UnitOfWork work, Replays replays) {
        this.work = work;
        this.replays = replays;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        due.set(true);
    }

    @Scheduled(every = "1m", identity = "take-in-facts-for-later")
    Uni<Void> look() {
        due.set(true);
        return takeIn().onFailure()
                .invoke(failure -> LOG.warnf("Kept facts wait: %s", Faults.causes(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Takes in all facts whose type is known by now, if there may be new ones. */
    Uni<Void> takeIn() {
        return due.compareAndSet(true, false)
                ? takeInAll().onFailure().invoke(() -> due.set(true))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> takeInAll() {
        return work.read(FactsForLater::known)
                .chain(ids -> Sequential.each(ids, this::takeIn)
                        .chain(() -> ids.size() < MAX ? Uni.createFrom().voidItem() : takeInAll()));
    }

    private static Uni<List<UUID>> known(Mutiny.Session session) {
        return session.createNativeQuery(KNOWN_NOW, UUID.class)
                .setParameter("types", TYPES)
                .setMaxResults(MAX)
                .getResultList();
    }

    /** A fact that can't be taken in is a dead letter like others from now on. */
    private Uni<Void> takeIn(UUID id) {
        return replays.replay(id, DeadLetterHistory.Doer.SERVICE, null, "this release knows the type")
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}
