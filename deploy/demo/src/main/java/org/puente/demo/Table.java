package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table at the end of the play. */
final class Table {
    private final Region region;
    private final Figures figures;
    private final PrintStream out;

    Table(Region region, Figures figures, PrintStream out) {
        this.region = region;
        this.figures = figures;
        this.out = out;
    }

    void print(List<CaseOffice.Issued> issued, Duration took) {
        title("People registered");
        figures.under("registered at ").forEach(this::line);
        title("Facts by type and node, as the Secretariat has them");
        facts();
        title("Referrals by status, as their issuers see them (" + issued.size() + " issued)");
        Referrals.byStatus(region, new Institutions(region)).forEach(this::line);
        line("across a border", figures.of("referred across a border"));
        line("dossiers read", figures.of("dossiers read"));
        line("dossiers read for visits", figures.of("dossiers read for visits"));
        line("visits", figures.of("visits"));
        remarks();
        waiting();
        latency();
        out.printf("%nPlayed in %d s.%n", took.toSeconds());
    }

    private void facts() {
        Map<String, int[]> byType = new TreeMap<>();
        String next = "";
        Agency operator = Agency.person(region, "operator");
        while (next != null) {
            JsonNode page = operator.get(region.reporting() + "/v1/events?limit=500" + next)
                    .body();
            page.path("items").forEach(event -> count(byType, event));
            next = page.hasNonNull("next")
                    ? "&cursor=" + Agency.encode(page.path("next").asText())
                    : null;
        }
        row("", Region.NODES.stream());
        byType.forEach((type, counts) -> row(type, Arrays.stream(counts).boxed()));
    }

    private void row(String title, Stream<?> cells) {
        out.printf("  %-36s%s%n", title, cells.map("%7s"::formatted).collect(Collectors.joining()));
    }

    private static void count(Map<String, int[]> byType, JsonNode event) {
        JsonNode cloudEvent = event.has("event") ? event.path("event") : event;
        String type = cloudEvent.path("type").asText().replaceAll("^org\\.puente\\.|\\.v\\d+$", "");
        String node = cloudEvent.path("source").asText().split("/")[1];
        byType.computeIfAbsent(type, key -> new int[Region.NODES.size()])[Region.NODES.indexOf(node)]++;
    }

    /** What was refused or warned of: some of it is meant to be (people without papers, …). */
    private void remarks() {
        title("Refusals, warnings and the like");
        for (String prefix : List.of(
                "warning",
                "refused",
                "without",
                "consent",
                "fault",
                "dossier:",
                "whom to visit:",
                "box",
                "did not",
                "the play")) {
            figures.under(prefix).forEach((name, count) -> line(prefix + name, count));
        }
    }

    private void waiting() {
        title("Still waiting, or put aside");
        double outbox = 0;
        double deadLetters = 0;
        for (var backlog : Backlogs.of(region).entrySet()) {
            outbox += backlog.getValue().outbox();
            deadLetters += backlog.getValue().deadLetters();
            if (!backlog.getValue().isEmpty()) {
                out.printf("  %-36s %s%n", backlog.getKey(), backlog.getValue());
            }
        }
        out.printf("  %-36s %6.0f%n  %-36s %6.0f%n", "outboxes", outbox, "dead letters", deadLetters);
    }

    private void latency() {
        title("From the 201 at one node to the fact seen over REST at another");
        if (figures.latencies() > 0) {
            out.printf(
                    "  p50 %d ms, p99 %d ms (%d referrals across a border)%n",
                    figures.latency(0.50).toMillis(), figures.latency(0.99).toMillis(), figures.latencies());
        }
    }

    private void title(String text) {
        out.printf("%n%s%n", text);
    }

    private void line(String name, int count) {
        out.printf("  %-36s %6d%n", name, count);
    }
}
