package org.puente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.puente.local.Region;

/**
 * What a registration, and a page of the list of returns, costs at a node that has seen much,
 * beside the same at a node of ten thousand returns: two reception-services, asked by turns.
 */
final class GrowthPart implements Part {
    private static final long FEW = 10_000;
    private static final List<Long> MANY = List.of(1_000_000L, 5_000_000L);
    private static final int ROUNDS = 3;

    /** Both services have then compiled what a page needs. */
    private static final int WARM_UP_ROUNDS = 6;

    private static final Duration LONGEST_FILLING = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Result> run() {
        try (Region region = BenchRegion.optimised("gtm/registry", "gtm/reception", "slv/registry", "slv/reception");
                Load load = new Load()) {
            // They have published what reception needs of the directory.
            region.stop("gtm/registry");
            region.stop("slv/registry");
            Centre small = new Centre(
                    new ReceptionClient(region, load, "gtm", "gtm-igm", "gtm-fag"),
                    Database.of(region, "gtm_reception"));
            Centre large = new Centre(
                    new ReceptionClient(region, load, "slv", "slv-dgme", "slv-la-chacra"),
                    Database.of(region, "slv_reception"));
            small.warmUp();
            large.warmUp();
            small.grow(FEW);
            List<Result> results = new ArrayList<>();
            Duration each = Duration.ZERO;
            for (long many : MANY) {
                if (each.multipliedBy(many / FEW).compareTo(LONGEST_FILLING) > 0) {
                    System.out.printf("LEFT OUT: %,d returns; filling them in would take minutes here%n", many);
                    break;
                }
                each = large.grow(many).dividedBy(many / FEW);
                results.addAll(measure(small, large, many));
            }
            return results;
        }
    }

    private List<Result> measure(Centre small, Centre large, long many) {
        List<Result> results = new ArrayList<>();
        Map<String, String> pagesOfSmall = small.pages();
        large.pages()
                .forEach((what, page) -> results.add(result(
                        what,
                        many,
                        Rounds.byTurns(
                                WARM_UP_ROUNDS,
                                ROUNDS,
                                () -> large.list(page),
                                () -> small.list(pagesOfSmall.get(what))))));
        results.add(result("register", many, Rounds.byTurns(1, ROUNDS, large::register, small::register)));
        return results;
    }

    private Result result(String what, long many, Rounds.Both both) {
        return new Result(
                name(),
                "%s, %,d returns".formatted(what, many),
                "ms",
                "the same at %,d".formatted(FEW),
                both,
                Result.Aim.atMost(1.3));
    }
}
