package org.puente.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What some desks' pairs of requests are shown as: beside the SQL of one registration, beside the aims of issue 13, and
 * by process.
 *
 * @param nodes of the region
 * @param sql what the peer did
 */
record CaseResults(String part, int nodes, int desks, String sql) {
    /** The aims are those of a region of this size, for one desk and for sixteen. */
    private static final int NODES_OF_AIMS = 4;

    /** Less than this many milliseconds of a pair is not worth a row. */
    private static final double SHOWN_FROM = 0.5;

    /**
     * @param runs one of each round
     * @param rates of the peer in the same rounds, transactions a second
     * @param processors milliseconds of all processes for one of the peer's transactions
     */
    List<Result> of(List<CaseRun> runs, double[] rates, double[] processors) {
        double[] millis = Arrays.stream(rates).map(rate -> desks * 1e3 / rate).toArray();
        double[] pairs = each(runs, CaseRun::perSecond);
        double[] median = each(runs, run -> run.pairs().within(0.5));
        double[] hook = each(runs, run -> run.hooks().within(0.5));
        double[] processor = each(runs, CaseRun::processorOfAll);
        List<Result> results = new ArrayList<>(List.of(
                shown("pairs", "/s", pairs, rates),
                shown("a pair, p50", "ms", median, millis),
                shown("a pair, p99", "ms", each(runs, run -> run.pairs().within(0.99)), millis),
                shown("until the recipient is called, p50", "ms", hook, millis),
                shown("processor a pair", "ms", processor, processors)));
        if (nodes == NODES_OF_AIMS && desks == 1) {
            results.add(aim("a pair, p50", "ms", median, 40, Result.Aim.Bound.AT_MOST));
            results.add(aim("until the recipient is called, p50", "ms", hook, 120, Result.Aim.Bound.AT_MOST));
        }
        if (nodes == NODES_OF_AIMS && desks == 16) {
            results.add(aim("pairs", "/s", pairs, 40, Result.Aim.Bound.AT_LEAST));
            results.add(aim("processor a pair", "ms", processor, 45, Result.Aim.Bound.AT_MOST));
            results.addAll(byProcess(runs, processor));
        }
        return results;
    }

    private List<Result> byProcess(List<CaseRun> runs, double[] all) {
        Map<String, double[]> each = new TreeMap<>();
        for (String process : runs.getFirst().processor().keySet()) {
            each.put(process, each(runs, run -> run.processor().get(process)));
        }
        return each.entrySet().stream()
                .filter(one -> Range.of(one.getValue()).median() >= SHOWN_FROM)
                .map(one -> new Result(
                        part,
                        what("processor a pair, of " + one.getKey()),
                        "ms",
                        "all processes",
                        Rounds.Both.of(one.getValue(), all),
                        Result.Aim.none()))
                .toList();
    }

    private static double[] each(List<CaseRun> runs, ToDoubleFunction<CaseRun> figure) {
        return runs.stream().mapToDouble(figure).toArray();
    }

    private Result shown(String figure, String unit, double[] ours, double[] theirs) {
        return new Result(part, what(figure), unit, sql, Rounds.Both.of(ours, theirs), Result.Aim.none());
    }

    private Result aim(String figure, String unit, double[] ours, double aim, Result.Aim.Bound bound) {
        return Result.besideAim(part, what(figure), unit, Range.of(ours).median(), aim, bound);
    }

    private String what(String figure) {
        return "%d nodes, %d %s, register and refer: %s".formatted(nodes, desks, desks == 1 ? "desk" : "desks", figure);
    }
}
