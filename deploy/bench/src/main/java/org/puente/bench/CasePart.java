package org.puente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
            String where = nodes.length + " nodes";
            List<Result> results = new ArrayList<>();
            results.add(rest(region, where));
            for (int desks : DESKS) {
                results.addAll(measure(region, desk, hook, peer, desks, where));
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

    private Result rest(Region region, String where) throws InterruptedException {
        double[] cores = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            double before = seconds(region);
            Thread.sleep(REST.toMillis());
            cores[i] = (seconds(region) - before) / REST.toSeconds();
        }
        return result(where + " at rest: processors in use", "", "one processor", cores, new double[] {1, 1}, 0.1);
    }

    private static double seconds(Region region) {
        return region.processorTimes().values().stream()
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }

    private List<Result> measure(
            Region region, CaseDesk desk, CaseHook hook, Transactions peer, int desks, String where) throws Exception {
        double[][] ours = new double[5][ROUNDS];
        double[][] theirs = new double[3][ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            CaseRun run = CaseRun.of(region, desk, hook, desks, ROUND);
            ours[0][i] = run.perSecond();
            ours[1][i] = run.pairs().within(0.5);
            ours[2][i] = run.pairs().within(0.99);
            ours[3][i] = run.hooks().within(0.5);
            ours[4][i] = run.processorOfAll();
            System.out.println(
                    "  " + where + ", " + desks + " desks, milliseconds of processor a pair: " + shares(run));
            peer.analyse();
            double used = seconds(region);
            double rate = peer.perSecond(desks, ROUND, ++round);
            theirs[0][i] = rate;
            theirs[1][i] = desks * 1e3 / rate;
            theirs[2][i] = (seconds(region) - used) * 1e3 / (rate * ROUND.toSeconds());
        }
        String what = "%s, %d %s, register and refer: ".formatted(where, desks, desks == 1 ? "desk" : "desks");
        String sql = peer.name() + " of one registration";
        return List.of(
                shown(what + "pairs", "/s", sql, ours[0], theirs[0]),
                shown(what + "a pair, p50", "ms", sql, ours[1], theirs[1]),
                shown(what + "a pair, p99", "ms", sql, ours[2], theirs[1]),
                shown(what + "until the recipient is called, p50", "ms", sql, ours[3], theirs[1]),
                shown(what + "processor a pair", "ms", sql, ours[4], theirs[2]));
    }

    private Result shown(String what, String unit, String peer, double[] ours, double[] theirs) {
        return new Result(name(), what, unit, peer, Rounds.Both.of(ours, theirs), Result.Aim.none());
    }

    private Result result(String what, String unit, String peer, double[] ours, double[] theirs, double most) {
        return new Result(name(), what, unit, peer, Rounds.Both.of(ours, theirs), Result.Aim.atMost(most));
    }

    private static String shares(CaseRun run) {
        return run.processor().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .filter(one -> one.getValue() >= 0.5)
                .map(one -> String.format(Locale.ROOT, "%s %.1f", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
