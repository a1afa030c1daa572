package org.puente.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.puente.local.Region;
import org.puente.local.Setup;

/**
 * From the outbox to acknowledged on Kafka: how fast a backlog goes, and how long a single fact
 * takes from its commit until a consumer has it.
 */
final class RelayPart implements Part {
    private static final int FACTS = 100_000;
    private static final String DATABASE = "gtm_reception";
    private static final String TOPIC = "puente.gtm.returns";
    private static final double FACTS_A_SECOND = 50;
    private static final Duration SINGLE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Result> run() throws Exception {
        List<Result> results = new ArrayList<>();
        try (Region region = BenchRegion.start(RelayPart::setup, "gtm/reception", "gtm/registry");
                Backlog outbox = new Backlog(region, DATABASE);
                Wire wire = new Wire(region, "gtm");
                Engine engine = new Engine(Debezium.open(region, DATABASE, outbox))) {
            List<ProducerRecord<String, String>> records = outbox.make(FACTS, TOPIC);
            results.addAll(backlog(outbox, wire, engine.debezium(), records));
            if (engine.debezium().isPresent()) {
                results.add(single(region, outbox, engine.debezium().get()));
            }
        }
        return results;
    }

    /** Closes an engine that may not be there. */
    private record Engine(Optional<Debezium> debezium) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            if (debezium.isPresent()) {
                debezium.get().close();
            }
        }
    }

    /** The ticks are short so that waiting for them isn't measured; no commit wakes this relay. */
    private static Setup setup(Setup usual) {
        Map<String, String> environment = new HashMap<>(BenchRegion.OPTIMISED);
        environment.put("PUENTE_OUTBOX_TICK_MILLIS", "50");
        environment.put("PUENTE_OUTBOX_IDLE_TICK_MILLIS", "50");
        return usual.withEnvironment(environment)
                .withDatabase(Map.of("wal_level", "logical", "logical_decoding_work_mem", "256MB"));
    }

    private List<Result> backlog(
            Backlog outbox, Wire wire, Optional<Debezium> debezium, List<ProducerRecord<String, String>> records) {
        DoubleSupplier ours = () -> {
            outbox.hold();
            outbox.fill();
            long before = wire.end(TOPIC);
            return rate(() -> {
                outbox.release();
                wire.awaitEnd(TOPIC, before + FACTS);
                outbox.awaitEmpty();
            });
        };
        DoubleSupplier bare = () -> rate(() -> wire.sendAll(records));
        List<DoubleSupplier> all = new ArrayList<>(List.of(ours, bare));
        debezium.ifPresent(engine -> all.add(() -> backlog(outbox, wire, engine)));
        double[][] measured = Rounds.each(1, 3, all.toArray(DoubleSupplier[]::new));
        List<Result> results = new ArrayList<>();
        results.add(rate("a bare producer", measured[0], measured[1], 0.7));
        if (debezium.isPresent()) {
            results.add(rate("Debezium's engine", measured[0], measured[2], 1));
        }
        return results;
    }

    private Result rate(String peer, double[] ours, double[] theirs, double aim) {
        return new Result(
                name(),
                "%,d rows waiting, to acknowledged".formatted(FACTS),
                "facts/s",
                peer,
                Rounds.Both.of(ours, theirs),
                Result.Aim.atLeast(aim));
    }

    private static double backlog(Backlog outbox, Wire wire, Debezium engine) {
        outbox.hold();
        engine.start();
        long before = wire.end(TOPIC);
        outbox.fill();
        double rate = rate(() -> wire.awaitEnd(TOPIC, before + FACTS));
        engine.stop();
        outbox.drop();
        return rate;
    }

    private static double rate(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return FACTS * 1e9 / (System.nanoTime() - begin);
    }

    private Result single(Region region, Backlog outbox, Debezium engine) throws Exception {
        Consents consents = Consents.prepare(region);
        Commits commits = new Commits(outbox);
        try (BareConsumer ear = new BareConsumer(region, "gtm", TOPIC, "puente.gtm.dossiers.gtm")) {
            DoubleSupplier turn = () -> median(consents, commits, ear);
            DoubleSupplier ours = turn;
            DoubleSupplier theirs = () -> {
                outbox.hold();
                engine.start();
                double median = turn.getAsDouble();
                engine.stop();
                outbox.drop();
                return median;
            };
            return new Result(
                    name(),
                    "%.0f transactions a second, a fact from its commit to a consumer, p50".formatted(FACTS_A_SECOND),
                    "ms",
                    "Debezium's engine, polling every 10 ms",
                    Rounds.byTurns(1, 3, ours, theirs),
                    Result.Aim.atMost(1));
        }
    }

    private static double median(Consents consents, Commits commits, BareConsumer ear) {
        commits.take();
        ear.forget();
        Pace.keep(FACTS_A_SECOND, SINGLE, consents::record);
        Map<UUID, Instant> committed = commits.take();
        return Latencies.between(committed, ear.await(committed.keySet())).within(0.5);
    }
}
