package org.puente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.puente.local.Region;

/**
 * {@code POST /v1/returns/batches} with everything on: token, validation, matching, sealing, outbox and relay. Beside it
 * COPY of the rows that it wrote, into equal tables on the same server.
 */
final class BatchPart implements Part {
    private static final int ROWS = 5_000;
    private static final int ROUNDS = 3;
    private static final int MAX_WARM_UPS = 12;
    private static final double PERSONS_PER_SECOND = 500;
    private static final double MEBIBYTE = 1 << 20;
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final String SERVICE = "gtm/reception";

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public List<Result> run() {
        try (Region region = BenchRegion.optimised("gtm/registry", SERVICE)) {
            // It has published what reception needs of the directory.
            region.stop("gtm/registry");
            BatchClient desk = new BatchClient(region, "gtm", "gtm-igm", "gtm-fag");
            BatchCopy copy = new BatchCopy(Database.of(region, "gtm_reception"));
            warmUp(desk);
            List<Result> results = new ArrayList<>();
            for (int requests : List.of(1, 2)) {
                results.addAll(measure(desk, copy, requests));
            }
            results.add(memory(region, desk));
            return results;
        }
    }

    /** Until it gets no faster. */
    private static void warmUp(BatchClient desk) {
        double best = 0;
        int slower = 0;
        for (int i = 0; i < MAX_WARM_UPS && slower < 2; i++) {
            double rate = desk.send(1, ROWS);
            slower = rate < best * 1.05 ? slower + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    private List<Result> measure(BatchClient desk, BatchCopy copy, int requests) {
        Rounds.Both both =
                Rounds.byTurns(0, ROUNDS, () -> desk.send(requests, ROWS), () -> copy.perSecond(requests * ROWS));
        String what = requests == 1
                ? "%,d rows in a request".formatted(ROWS)
                : "%d requests at once, %,d rows each".formatted(requests, ROWS);
        return List.of(
                new Result(
                        name(), what, "persons/s", "COPY of the same rows into equal tables", both, Result.Aim.none()),
                Result.besideAim(
                        name(),
                        what,
                        "persons/s",
                        both.ours().median(),
                        PERSONS_PER_SECOND,
                        Result.Aim.Bound.AT_LEAST));
    }

    /** The most that the service holds while it takes a batch, beside what it held before. */
    private Result memory(Region region, BatchClient desk) {
        double before = resident(region);
        AtomicLong most = new AtomicLong();
        Thread looking = Thread.ofVirtual().start(() -> look(region, most));
        desk.send(1, 2 * ROWS);
        looking.interrupt();
        return new Result(
                name(),
                "%,d rows in a request: resident at most".formatted(2 * ROWS),
                "MiB",
                "the service before it",
                Rounds.Both.of(new double[] {most.get() / MEBIBYTE}, new double[] {before / MEBIBYTE}),
                Result.Aim.atMost(1.2));
    }

    private static void look(Region region, AtomicLong most) {
        try {
            while (true) {
                most.accumulateAndGet((long) resident(region), Math::max);
                Thread.sleep(Duration.ofMillis(LOOK_EVERY_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double resident(Region region) {
        return region.costs().get(SERVICE).resident();
    }
}
