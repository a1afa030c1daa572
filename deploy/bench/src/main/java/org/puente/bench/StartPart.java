package org.puente.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.puente.kafka.ServiceNames;
import org.puente.local.Cost;
import org.puente.local.Progress;
import org.puente.local.Trials;
import org.puente.local.Trials.Trial;

/**
 * Each service's start, beside a Quarkus application that has the same extensions, says hello, and
 * has no code of ours; with what Java has learnt of the start of each, and without.
 */
final class StartPart implements Part {
    private static final String PEER = "a Quarkus hello with the same extensions";
    private static final double AT_MOST = 1.5;
    private static final int ROUNDS = 2;

    @Override
    public String name() {
        return "start";
    }

    private enum Figure {
        WALL("seconds to ready", "s", Cost::seconds),
        PROCESSOR("processor time to ready", "s", Cost::processor),
        MEMORY("resident when ready", "MiB", cost -> cost.resident() / 1048576.0);

        private final String what;
        private final String unit;
        private final ToDoubleFunction<Cost> of;

        Figure(String what, String unit, ToDoubleFunction<Cost> of) {
            this.what = what;
            this.unit = unit;
            this.of = of;
        }
    }

    @Override
    public List<Result> run() throws IOException {
        try (Trials trials = Trials.open(new Progress(System.out))) {
            Map<String, Trial> ours = services(trials);
            Trial hello = trials.of("gtm", "hello", hello());
            return measure(ours, hello);
        }
    }

    /** The services by their names. */
    static Map<String, Trial> services(Trials trials) {
        Map<String, Trial> services = new LinkedHashMap<>();
        for (String name : ServiceNames.IN_STARTING_ORDER) {
            services.put(name, trials.of(name.equals(ServiceNames.OF_REGION) ? "region" : "gtm", name));
        }
        return services;
    }

    static void learn(Map<String, Trial> services) {
        // The reception is ready only where its registry has been.
        services.get("registry").cached();
        services.values().forEach(Trial::learn);
    }

    /** The hello of this build. */
    static Path hello() {
        return Path.of(System.getProperty("puente.home", "."))
                .resolve("deploy/bench-hello/target/quarkus-app/quarkus-run.jar");
    }

    private static List<Result> measure(Map<String, Trial> ours, Trial hello) {
        List<Result> results = new ArrayList<>();
        if (Trials.canLearn()) {
            learn(ours);
            hello.learn();
            Costs learnt = measure(ours, hello, Trial::cached);
            for (Figure figure : Figure.values()) {
                ours.keySet().forEach(one -> results.add(learnt.of(one, "learnt", figure)));
                results.add(learnt.ofAll("learnt", figure));
            }
        }
        Costs bare = measure(ours, hello, Trial::bare);
        for (Figure figure : Figure.values()) {
            results.add(bare.ofAll("nothing learnt", figure));
        }
        return results;
    }

    /** By turns, hello and then each service; the first round warms the machine's file cache. */
    private static Costs measure(Map<String, Trial> ours, Trial hello, Function<Trial, Cost> start) {
        Costs costs = new Costs(new LinkedHashMap<>(), new ArrayList<>());
        for (int round = 0; round <= ROUNDS; round++) {
            Cost peer = start.apply(hello);
            Map<String, Cost> measured = new LinkedHashMap<>();
            ours.forEach((name, trial) -> measured.put(name, start.apply(trial)));
            if (round > 0) {
                costs.peer.add(peer);
                measured.forEach((name, cost) -> costs.ours
                        .computeIfAbsent(name, one -> new ArrayList<>())
                        .add(cost));
            }
        }
        return costs;
    }

    /** Of each round. */
    private record Costs(Map<String, List<Cost>> ours, List<Cost> peer) {
        Result of(String service, String how, Figure figure) {
            return result(
                    service + ", " + how + ": " + figure.what,
                    figure,
                    Rounds.Both.of(figures(ours.get(service), figure), figures(peer, figure)));
        }

        /** One after another, so that what they took is added up. */
        Result ofAll(String how, Figure figure) {
            double[] sum = new double[peer.size()];
            double[] peers = figures(peer, figure);
            for (List<Cost> one : ours.values()) {
                double[] costs = figures(one, figure);
                for (int round = 0; round < sum.length; round++) {
                    sum[round] += costs[round];
                }
            }
            for (int round = 0; round < sum.length; round++) {
                peers[round] *= ours.size();
            }
            return result("the five, %s: %s in all".formatted(how, figure.what), figure, Rounds.Both.of(sum, peers));
        }

        private static Result result(String what, Figure figure, Rounds.Both both) {
            return new Result("start", what, figure.unit, PEER, both, Result.Aim.atMost(AT_MOST));
        }

        private static double[] figures(List<Cost> costs, Figure figure) {
            return costs.stream().mapToDouble(figure.of).toArray();
        }
    }
}
