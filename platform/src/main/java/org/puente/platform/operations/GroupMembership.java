package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Whether this instance is still the member of its consumer group that has its name. Of two members with one name the
 * broker keeps the newer one, and the library of the older one says nothing: so the group is looked at. An instance that
 * lost its place is not alive: it gets the place again when it is restarted.
 */
@ApplicationScoped
@Liveness
class GroupMembership implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(GroupMembership.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final KafkaClientService consumers;
    private final BrokerAdmin broker;

    /** Names that another member had at the last look: if it was joining just then, that may have been this one. */
    private volatile Set<String> suspected = Set.of();

    private volatile Set<String> lost = Set.of();

    GroupMembership(KafkaClientService consumers, BrokerAdmin broker, MeterRegistry registry) {
        this.consumers = consumers;
        this.broker = broker;
        Gauge.builder("puente.consumer.group.member", () -> lost.isEmpty() ? 1 : 0)
                .description("0 if another instance has taken the name of this one in its consumer group, else 1")
                .register(registry);
    }

    @Override
    public HealthCheckResponse call() {
        Set<String> now = lost;
        return HealthCheckResponse.named("consumer group")
                .status(now.isEmpty())
                .withData("lost to another instance", String.join(", ", now))
                .build();
    }

    @Scheduled(every = "{puente.broker.look-every}", identity = "look-at-the-consumer-group")
    Uni<Void> look() {
        return own().chain(this::taken)
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .invoke(this::remember)
                .onFailure()
                .invoke(failure -> LOG.debugf(failure, "The consumer group could not be looked at"))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<List<ConsumerGroupMetadata>> own() {
        List<Uni<ConsumerGroupMetadata>> asked = consumers.getConsumerChannels().stream()
                .flatMap(channel -> consumers.getConsumers(channel).stream())
                .map(KafkaConsumer::consumerGroupMetadata)
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(asked).andFailFast();
    }

    private Uni<Set<String>> taken(List<ConsumerGroupMetadata> own) {
        List<ConsumerGroupMetadata> named = own.stream()
                .filter(member -> member.groupInstanceId().isPresent())
                .filter(member -> !member.memberId().isEmpty())
                .toList();
        Set<String> groups = named.stream().map(ConsumerGroupMetadata::groupId).collect(Collectors.toSet());
        return groups.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Uni.createFrom()
                        .completionStage(() -> broker.open()
                                .describeConsumerGroups(groups)
                                .all()
                                .toCompletionStage())
                        .map(described -> named.stream()
                                .filter(member -> isTaken(member, described))
                                .map(member -> member.groupInstanceId().orElseThrow())
                                .collect(Collectors.toSet()));
    }

    private static boolean isTaken(ConsumerGroupMetadata own, Map<String, ConsumerGroupDescription> groups) {
        return groups.get(own.groupId()).members().stream()
                .filter(member -> member.groupInstanceId().equals(own.groupInstanceId()))
                .anyMatch(member -> !member.consumerId().equals(own.memberId()));
    }

    private void remember(Set<String> taken) {
        Set<String> certain = taken.stream().filter(suspected::contains).collect(Collectors.toSet());
        suspected = taken;
        if (!certain.isEmpty() && lost.isEmpty()) {
            LOG.errorf(
                    "Another instance has the name of this one in its consumer group: %s. Give each instance a"
                            + " puente.instance of its own, and restart this one",
                    certain);
        }
        lost = certain;
    }
}
