package org.puente.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.puente.platform.testing.Wire.dump;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.local.Backbone;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.platform.testing.ExpectedErrors;

@Tag("containers")
@QuarkusTest
class OutboxTest extends PlatformTestBase {
    @Inject
    Outbox outbox;

    @Inject
    BatchedInserts inserts;

    @Inject
    Relay relay;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private Uni<Void> write(Mutiny.Session session, CapacityChanged fact) {
        return outbox.add(session, Outgoing.of(fact, fact.updatedAt()));
    }

    @Test
    void aRollbackLeavesNoFact() {
        CapacityChanged undone = fact("gtm", 0);
        CapacityChanged done = fact("gtm", 0);
        assertThatThrownBy(() -> run(session -> write(session, undone)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("undo")))))
                .hasMessageContaining("undo");
        run(session -> write(session, done));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, done.subject()).size() == 1);
        assertThat(dump(OWN_TOPIC, undone.subject())).isEmpty();
    }

    @Test
    void aUnitThatIsTriedAgainPublishesItsFactsOnce() {
        CapacityChanged fact = fact("gtm", 0);
        AtomicInteger tries = new AtomicInteger();
        run(session -> write(session, fact).invoke(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new OptimisticLockException("in the way");
            }
        }));
        CapacityChanged later = fact("gtm", 0);
        run(session -> write(session, later));
        // They lie on partitions of their own, of which one may have its record before the other.
        await().atMost(SOON)
                .until(() -> dump(OWN_TOPIC, later.subject()).size() == 1
                        && !dump(OWN_TOPIC, fact.subject()).isEmpty());
        assertThat(tries).hasValue(2);
        assertThat(dump(OWN_TOPIC, fact.subject())).hasSize(1);
    }

    @Test
    void aLotIsWrittenBeforeTheUnitEndsSoThatItDoesNotFillTheMemory() {
        CapacityChanged fact = fact("gtm", 0);
        List<Outgoing> many = Collections.nCopies(2_000, Outgoing.of(fact, fact.updatedAt()));
        AtomicLong written = new AtomicLong();
        assertThatThrownBy(() -> run(session -> outbox.add(session, distinct(many))
                        .chain(() -> waiting(session, fact))
                        .invoke(written::set)
                        .invoke(OutboxTest::undo)
                        .replaceWithVoid()))
                .hasMessageContaining("undo");
        assertThat(written).hasValue(2_000);
    }

    private static List<Outgoing> distinct(List<Outgoing> facts) {
        return facts.stream()
                .map(one -> new Outgoing(UUID.randomUUID(), one.fact(), one.to(), one.at()))
                .toList();
    }

    private static Uni<Long> waiting(Mutiny.Session session, CapacityChanged fact) {
        return session.createNativeQuery("select count(*) from outbox where aggregateid = :key", Long.class)
                .setParameter("key", fact.subject())
                .getSingleResult();
    }

    private static void undo() {
        throw new IllegalStateException("undo");
    }

    @Test
    void aFactBearsTheHeadersOfTheContract() {
        CapacityChanged fact = fact("gtm", 0);
        run(session -> write(session, fact));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, fact.subject()).size() == 1);
        var headers = dump(OWN_TOPIC, fact.subject()).getFirst().headers();
        assertThat(new String(headers.lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("org.puente.capacity.changed.v1");
        assertThat(new String(headers.lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/gtm/registry");
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }

    @Test
    void factsOfAnAggregateKeepTheirOrder() {
        CapacityChanged first = fact("gtm", 0);
        List<CapacityChanged> states = IntStream.range(0, 200)
                .mapToObj(i -> new CapacityChanged(
                        first.offerId(),
                        first.institution(),
                        first.node(),
                        1,
                        2,
                        first.unit(),
                        1000 + i,
                        first.updatedAt()))
                .toList();
        states.forEach(state -> run(session -> write(session, state)));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, first.subject()).size() == 200);
        assertThat(dump(OWN_TOPIC, first.subject()).stream()
                        .map(ConsumerRecord::value)
                        .map(json -> json.replaceAll(".*\"waitlist\":(\\d+).*", "$1"))
                        .map(Integer::valueOf)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void twoRelaysOfOneServiceSendEachFactOnce() {
        List<CapacityChanged> facts =
                IntStream.range(0, 1500).mapToObj(i -> fact("gtm", 0)).toList();
        run(session -> outbox.add(
                session,
                facts.stream().map(fact -> Outgoing.of(fact, fact.updatedAt())).toList()));
        CompletableFuture<Void> second = CompletableFuture.runAsync(this::drainBySecondRelay);
        await().atMost(SOON).until(() -> second.isDone() && count("select count(*) from outbox where ? = ''", "") == 0);
        List<String> keys = dump(OWN_TOPIC).stream().map(ConsumerRecord::key).toList();
        assertThat(facts).allSatisfy(fact -> assertThat(keys).containsOnlyOnce(fact.subject()));
    }

    private void drainBySecondRelay() {
        FactProducer producer = new FactProducer(kafka, Optional.empty());
        try {
            for (int i = 0; i < 50; i++) {
                new OutboxTable(database).relay(Set.of(), producer::begin);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            producer.close();
        }
    }

    @Test
    void whatWasSentAndNotDeletedIsSentAgainAndHasOneEffect() {
        CapacityChanged fact = fact("gtm", 0);
        OutboxTable.Row row = row(OWN_TOPIC, fact);
        FactProducer producer = new FactProducer(kafka, Optional.empty());
        for (int time = 0; time < 2; time++) {
            OutboxTable.Sending sending = producer.begin();
            sending.send(row);
            sending.end();
        }
        producer.close();
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
        CapacityChanged later = factBeside(fact.subject(), "gtm"); // behind both
        run(session -> write(session, later));
        await().atMost(SOON).until(() -> effects(later.subject()) == 1);
        assertThat(dump(OWN_TOPIC, fact.subject())).hasSize(2);
        assertThat(effects(fact.subject())).isEqualTo(1);
    }

    private static OutboxTable.Row row(String topic, CapacityChanged fact) {
        return new OutboxTable.Row(
                0,
                UUID.randomUUID(),
                topic,
                fact.subject(),
                "org.puente.capacity.changed.v1",
                "/gtm/registry",
                fact.updatedAt().atOffset(ZoneOffset.UTC),
                null,
                Json.write(fact).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTopicThatTheBrokerDoesNotHaveIsDistinguishedFromABrokerThatIsGone() {
        FactProducer producer = new FactProducer(Backbone.forTests().kafkaAdmin(), Optional.empty());
        OutboxTable.Sending sending = producer.begin();
        boolean goesOn = sending.send(row("puente.gtm.gone", fact("gtm", 0)));
        OutboxTable.Sent sent = sending.end();
        producer.close();
        assertThat(goesOn).isTrue();
        assertThat(sent.closed()).containsExactly("puente.gtm.gone");
        assertThat(sent.failure()).isNull();
    }

    @Test
    @ExpectedErrors("Topic authorization failed for topics [puente.gtm.nowhere]")
    void aFactForATopicThatIsMissingHoldsUpNoOther() {
        CapacityChanged lost = fact("gtm", 0);
        CapacityChanged other = fact("gtm", 0);
        run(session -> write(session, lost)
                .chain(() -> inserts.write(session))
                .chain(() -> readdress(session, lost, "puente.gtm.nowhere"))
                .chain(() -> write(session, other)));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, other.subject()).size() == 1);
        assertThat(count("select count(*) from outbox where aggregateid = ?", lost.subject()))
                .isEqualTo(1);
        run(session -> readdress(session, lost, OWN_TOPIC));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, lost.subject()).size() == 1);
    }

    /** As a newer release wrote it that was rolled back. */
    @Test
    void aTypeThatThisReleaseDoesNotKnowStopsNothing() {
        CapacityChanged newer = fact("gtm", 0);
        CapacityChanged other = fact("gtm", 0);
        run(session -> write(session, newer)
                .chain(() -> inserts.write(session))
                .chain(() -> retype(session, newer, "org.puente.capacity.bent.v3"))
                .chain(() -> write(session, other)));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, other.subject()).size() == 1);
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, newer.subject()).size() == 1);
    }

    @Test
    @ExpectedErrors("Not sent, and put aside in the outbox")
    void aRowThatCanBeNoRecordIsPutAsideAndStopsNothing() {
        CapacityChanged broken = fact("gtm", 0);
        CapacityChanged other = fact("gtm", 0);
        run(session -> write(session, broken)
                .chain(() -> inserts.write(session))
                .chain(() -> retype(session, broken, "no type"))
                .chain(() -> write(session, other)));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, other.subject()).size() == 1);
        String refused = "select count(*) from outbox where refused is not null and aggregateid = ?";
        await().atMost(SOON).until(() -> count(refused, broken.subject()) == 1);
        run(session -> retype(session, broken, "org.puente.capacity.changed.v1"));
        await().atMost(SOON).until(() -> dump(OWN_TOPIC, broken.subject()).size() == 1);
    }

    private static Uni<Integer> retype(Mutiny.Session session, CapacityChanged fact, String type) {
        return session.createNativeQuery("update outbox set type = :type, refused = null where aggregateid = :key")
                .setParameter("type", type)
                .setParameter("key", fact.subject())
                .executeUpdate();
    }

    private static Uni<Integer> readdress(Mutiny.Session session, CapacityChanged fact, String topic) {
        return session.createNativeQuery("update outbox set aggregatetype = :topic where aggregateid = :key")
                .setParameter("topic", topic)
                .setParameter("key", fact.subject())
                .executeUpdate();
    }

    @Test
    void factsWaitForABrokerThatIsGone() {
        CapacityChanged fact = fact("gtm", 0);
        Backbone.forTests().killBroker();
        run(session -> write(session, fact));
        Backbone.forTests().startBroker();
        await().atMost(SOON.multipliedBy(2)).until(() -> effects(fact.subject()) == 1);
        assertThat(dump(OWN_TOPIC, fact.subject())).hasSize(1);
    }
}
