package org.puente.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.puente.local.Cost;
import org.puente.local.Progress;
import org.puente.local.Region;
import org.puente.local.Trials;
import org.puente.local.Trials.Trial;

/**
 * The start of a whole region whose servers are empty, with what was learnt of each service; beside as many hellos,
 * started two at a time as the region's services are.
 */
final class RegionPart implements Part {
    private static final List<String> NODES = List.of("slv", "gtm", "hnd", "mex");
    private static final double AT_MOST = 1.5;

    @Override
    public String name() {
        return "region";
    }

    @Override
    public List<Result> run() throws IOException {
        List<Cost> hellos = hellos();
        long begin = System.nanoTime();
        List<Cost> ours;
        double ready;
        try (Region region = BenchRegion.startAll()) {
            ready = (System.nanoTime() - begin) / 1e9;
            ours = region.costs().entrySet().stream()
                    .filter(one -> one.getKey().contains("/"))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        String what = "%d services of 4 nodes, ready %.0f s after the first server was started: "
                .formatted(ours.size(), ready);
        return List.of(
                result(what + "processor time", "s", Cost::processor, ours, hellos),
                result("the same: resident when ready", "MiB", cost -> cost.resident() / 1048576.0, ours, hellos));
    }

    /** Twice each node's, after a first start, which fills its database. */
    private static List<Cost> hellos() throws IOException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (Trials trials = Trials.open(new Progress(System.out))) {
            List<Trial> all = NODES.stream()
                    .map(node -> trials.of(node, "hello", StartPart.hello()))
                    .toList();
            StartPart.learn(StartPart.services(trials));
            all.getFirst().learn();
            startAll(all, two);
            return Stream.of(startAll(all, two), startAll(all, two))
                    .flatMap(List::stream)
                    .toList();
        } finally {
            two.shutdownNow();
        }
    }

    private static List<Cost> startAll(List<Trial> all, ExecutorService executor) {
        return all.stream().map(one -> CompletableFuture.supplyAsync(one::cached, executor)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** Of the hellos, what as many would have taken as we have services. */
    private static Result result(
            String what, String unit, ToDoubleFunction<Cost> of, List<Cost> ours, List<Cost> peer) {
        double hello = Range.of(peer.stream().mapToDouble(of).toArray()).median();
        return new Result(
                "region",
                what,
                unit,
                "as many hellos",
                Rounds.Both.of(new double[] {ours.stream().mapToDouble(of).sum()}, new double[] {hello * ours.size()}),
                Result.Aim.atMost(AT_MOST));
    }
}
