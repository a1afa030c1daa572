package org.puente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.puente.local.Region;

/**
 * What a desk does, through the whole region as the launcher starts it: a person is registered and
 * referred to another country, whose system is called. Beside it the SQL of one registration alone.
 */
final class CasePart implements Part {
    private static final List<Integer> DESKS = List.of(1, 4, 16);
    private static final int ROUNDS = 2;
    private static final Duration ROUND = Duration.ofSeconds(12);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int MAX_WARM_UPS = 6;
    private static final Duration REST = Duration.ofSeconds(20);

    private int round;

    @Override
    public String name() {
        return "case";
    }

    @Override
    public List<Result> run() throws Exception {
        List<Result> results = new ArrayList<>();
        for (String[] nodes : new String[][] {{"gtm", "hnd"}, {"slv", "gtm", "hnd", "mex"}}) {
            results.addAll(measure(nodes));
        }
        return results;
    }

    private List<Result> measure(String... nodes) throws Exception {
        try (Region region = BenchRegion.startNodes(nodes);
                Load load = new Load();
                CaseHook hook = CaseHook.open(region)) {
            Transactions peer =
                    RegisterPart.peer(region, new ReceptionClient(region, load, "gtm", "gtm-igm", "gtm-fag"));
            CaseDesk desk = new CaseDesk(region);
            warmUp(region, desk, hook);
            List<Result> results = new ArrayList<>();
            results.add(rest(region, nodes.length));
            for (int desks : DESKS) {
                results.addAll(measure(region, desk, hook, peer, desks, nodes.length));
            }
            return results;
        }
    }

    /** Until it gets no faster. */
    private static void warmUp(Region region, CaseDesk desk, CaseHook hook) throws Exception {
        double best = 0;
        for (int i = 0; i < MAX_WARM_UPS; i++) {
            double rate = CaseRun.of(region, desk, hook, 16, WARM_UP).perSecond();
            if (rate < best * 1.05) {
                return;
            }
            best = rate;
        }
    }

    private Result rest(Region region, int nodes) throws InterruptedException {
        double[] cores = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            double before = seconds(region);
            Thread.sleep(REST.toMillis());
            cores[i] = (seconds(region) - before) / REST.toSeconds();
        }
        return result(
                nodes + " nodes at rest: processors in use", "", "one processor", cores, new double[] {1, 1}, 0.1);
    }

    private static double seconds(Region region) {
        return region.processorTimes().values().stream()
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }

    private List<Result> measure(Region region, CaseDesk desk, CaseHook hook, Transactions peer, int desks, int nodes)
            throws Exception {
        List<CaseRun> runs = new ArrayList<>();
        double[] rates = new double[ROUNDS];
        double[] processors = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            runs.add(CaseRun.of(region, desk, hook, desks, ROUND));
            peer.analyse();
            double used = seconds(region);
            rates[i] = peer.perSecond(desks, ROUND, ++round);
            processors[i] = (seconds(region) - used) * 1e3 / (rates[i] * ROUND.toSeconds());
        }
        return new CaseResults(name(), nodes, desks, peer.name() + " of one registration").of(runs, rates, processors);
    }

    private Result result(String what, String unit, String peer, double[] ours, double[] theirs, double most) {
        return new Result(name(), what, unit, peer, Rounds.Both.of(ours, theirs), Result.Aim.atMost(most));
    }
}
