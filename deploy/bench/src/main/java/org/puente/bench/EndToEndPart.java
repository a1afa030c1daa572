package org.puente.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.puente.local.Region;

/**
 * From the 201 to a referral at one node until its recipient at another can read it over REST,
 * beside the way of the same records from a bare producer to a bare consumer.
 */
final class EndToEndPart implements Part {
    private static final int[] RATES = {1, 50, 100};
    private static final int ROUNDS = 2;
    private static final int WARM_UPS = 4_000;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration TIME_AT_ONE = Duration.ofSeconds(16);

    /** Of nodes that don't run here, so that nobody else reads what the bare producer sends. */
    private static final String BARE_FROM = "slv";

    private static final String BARE_TO = "mex";

    /** Milliseconds: none, so that the bare producer's latency is the least that it can be. */
    private static final int LINGER = 0;

    @Override
    public String name() {
        return "end-to-end";
    }

    @Override
    public List<Result> run() throws Exception {
        try (Region region = BenchRegion.optimised(
                "gtm/reception", "gtm/registry", "gtm/referral", "hnd/registry", "hnd/referral")) {
            return measure(region);
        }
    }

    private List<Result> measure(Region region) throws Exception {
        int wanted = WARM_UPS;
        for (int rate : RATES) {
            wanted += ROUNDS * (rate * (int) time(rate).toSeconds() + 1);
        }
        Referring referring = Referring.prepare(region, wanted);
        List<ProducerRecord<String, String>> sample = warmUp(region, referring);
        List<Result> results = new ArrayList<>();
        try (Wire wire = new Wire(region, BARE_FROM, LINGER);
                BareConsumer ear = new BareConsumer(region, BARE_TO, topic("referrals"), topic("dossiers"))) {
            bare(wire, ear, sample, 50, WARM_UP);
            for (int rate : RATES) {
                results.addAll(measure(rate, referring, wire, ear, sample));
            }
        }
        return results;
    }

    private static Duration time(int rate) {
        return rate == 1 ? TIME_AT_ONE : TIME;
    }

    private static String topic(String stream) {
        return "puente.%s.%s.%s".formatted(BARE_FROM, stream, BARE_TO);
    }

    /**
     * @return the records of one referral, for the bare producer
     */
    private static List<ProducerRecord<String, String>> warmUp(Region region, Referring referring)
            throws InterruptedException, ExecutionException {
        try (BareConsumer ear =
                new BareConsumer(region, "hnd", "puente.gtm.referrals.hnd", "puente.gtm.dossiers.hnd")) {
            Watch watch = new Watch(referring);
            Pace.together(4, WARM_UPS, watch::issue);
            return List.of(sample(ear, "referrals"), sample(ear, "dossiers"));
        }
    }

    private static ProducerRecord<String, String> sample(BareConsumer ear, String stream) {
        ConsumerRecord<String, String> one = ear.first().stream()
                .filter(record -> record.topic().contains("." + stream + "."))
                .findFirst()
                .orElseThrow();
        return new ProducerRecord<>(topic(stream), null, one.key(), one.value(), one.headers());
    }

    private List<Result> measure(
            int rate, Referring referring, Wire wire, BareConsumer ear, List<ProducerRecord<String, String>> sample) {
        double[][] ours = new double[2][ROUNDS];
        double[][] bare = new double[2][ROUNDS];
        double carried = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Watch watch = new Watch(referring);
            carried += Pace.keep(rate, time(rate), watch::issue) / ROUNDS;
            note(watch.latencies(), ours, round);
            new Watch(referring).issue(); // what came too fast is through before others are measured
            note(bare(wire, ear, sample, rate, time(rate)), bare, round);
        }
        String what = String.format(
                Locale.ROOT,
                "%d referrals a second (%.3g carried), from the 201 to visible at the other" + " node",
                rate,
                carried);
        return List.of(result(what + ", p50", ours[0], bare[0], 3), result(what + ", p99", ours[1], bare[1], 5));
    }

    private Result result(String what, double[] ours, double[] bare, double aim) {
        return new Result(
                name(), what, "ms", "bare produce to consume", Rounds.Both.of(ours, bare), Result.Aim.atMost(aim));
    }

    private static void note(Latencies measured, double[][] figures, int round) {
        figures[0][round] = measured.within(0.5);
        figures[1][round] = measured.within(0.99);
    }

    /** A referral is two records; what counts is when that of the referral itself is there. */
    private static Latencies bare(
            Wire wire, BareConsumer ear, List<ProducerRecord<String, String>> sample, int rate, Duration time) {
        ear.forget();
        Map<UUID, Instant> sent = new ConcurrentHashMap<>();
        Pace.keep(rate, time, () -> {
            UUID id = UUID.randomUUID();
            sent.put(id, Instant.now());
            wire.send(copy(sample.get(0), id));
            wire.send(copy(sample.get(1), UUID.randomUUID()));
        });
        return Latencies.between(sent, ear.await(sent.keySet()));
    }

    private static ProducerRecord<String, String> copy(ProducerRecord<String, String> sample, UUID id) {
        ProducerRecord<String, String> copy = new ProducerRecord<>(sample.topic(), id.toString(), sample.value());
        sample.headers().forEach(header -> copy.headers().add(header));
        copy.headers().remove("ce_id").add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
        return copy;
    }
}
