package org.puente.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.puente.kafka.ServiceNames;

/** What waits in each service, from its metrics. */
public final class Backlogs {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Backlogs() {}

    /**
     * @param outbox facts that the broker has not acknowledged; NaN where the service is silent
     * @param deadLetters records put aside
     */
    record Backlog(double outbox, double deadLetters) {
        boolean isEmpty() {
            return outbox == 0 && deadLetters == 0;
        }

        /** What waits now, and what was put aside since an earlier look, or at all if that look failed. */
        Backlog since(Backlog before) {
            double known = Double.isNaN(before.deadLetters) ? 0 : before.deadLetters;
            return new Backlog(outbox, Math.max(0, deadLetters - known));
        }

        @Override
        public String toString() {
            return Double.isNaN(outbox + deadLetters)
                    ? "no answer"
                    : "%.0f facts not sent, %.0f put aside".formatted(outbox, deadLetters);
        }
    }

    /**
     * Whether nothing waits, and nothing was put aside, in the services of some nodes and
     * reporting.
     */
    public static boolean isEmpty(Region region, String... nodes) {
        return of(region).entrySet().stream()
                .filter(one -> one.getKey().startsWith("region/")
                        || Arrays.stream(nodes).anyMatch(node -> one.getKey().startsWith(node + "/")))
                .allMatch(one -> one.getValue().isEmpty());
    }

    /** By name, such as {@code gtm/referral}. */
    static Map<String, Backlog> of(Region region) {
        Map<String, Backlog> all = new LinkedHashMap<>();
        for (String node : Region.NODES) {
            for (String service : ServiceNames.OF_NODE) {
                all.put(node + "/" + service, read(region.managementOf(node, service)));
            }
        }
        all.put("region/reporting", read(region.managementOf("region", "reporting")));
        return all;
    }

    private static Backlog read(String management) {
        return read(management, ANSWERED_WITHIN);
    }

    /** Of a service that does not answer in time nothing is known. */
    static Backlog read(String management, Duration within) {
        try {
            String metrics = HTTP.send(
                            HttpRequest.newBuilder(URI.create(management + "/q/metrics"))
                                    .timeout(within)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new Backlog(value(metrics, "puente_outbox_depth"), value(metrics, "puente_dead_letters"));
        } catch (IOException e) {
            return new Backlog(Double.NaN, Double.NaN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
