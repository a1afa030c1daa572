package org.puente.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table at the end of the play: of what the play did, and of nothing else. */
final class Table {
    private final Region region;
    private final Institutions institutions;
    private final OwnCases own;
    private final Figures figures;
    private final PrintStream out;

    Table(Region region, Institutions institutions, OwnCases own, Figures figures, PrintStream out) {
        this.region = region;
        this.institutions = institutions;
        this.own = own;
        this.figures = figures;
        this.out = out;
    }

    /**
     * @param start of the play
     */
    void print(Instant start, Outcome outcome) {
        Duration took = Duration.between(start, Instant.now());
        title("People registered");
        figures.under("registered at ").forEach(this::line);
        line("households registered together", figures.of("households registered together"));
        title("Announced by " + Announcements.ANNOUNCER + ", with a manifest: who came, and who did not");
        line("flights and buses announced", figures.of("announced"));
        figures.under("manifest: ").forEach(this::line);
        title("Help given to them at the reception points, in one request for a flight or bus");
        figures.under("help: ").forEach(this::line);
        line("landings", figures.of("landings"));
        line("left the reception point", figures.of("left the reception point"));
        title("Facts about them by type and node, as the Secretariat has them");
        facts();
        title("Their referrals by status, as the issuers see them ("
                + own.referrals().size() + " issued)");
        Referrals.byStatus(region, institutions, own, start).forEach(this::line);
        line("across a border", figures.of("referred across a border"));
        line("dossiers read", figures.of("dossiers read"));
        line("dossiers read for visits", figures.of("dossiers read for visits"));
        line("visits", figures.of("visits"));
        remarks();
        latency();
        title("Not at its end, waiting or put aside");
        out.println("  " + (outcome.isWhole() ? "nothing" : String.join("\n  ", outcome.lines())));
        out.printf("%nPlayed in %d s.%n", took.toSeconds());
    }

    private void facts() {
        Map<String, int[]> byType = new TreeMap<>();
        for (StreamedFact fact : own.facts()) {
            byType.computeIfAbsent(fact.type(), type -> new int[Region.NODES.size()])[
                    Region.NODES.indexOf(fact.node())]++;
        }
        row("", Region.NODES.stream());
        byType.forEach((type, counts) -> row(type, Arrays.stream(counts).boxed()));
    }

    private void row(String title, Stream<?> cells) {
        out.printf("  %-36s%s%n", title, cells.map("%7s"::formatted).collect(Collectors.joining()));
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
                "did not",
                "landing not")) {
            figures.under(prefix).forEach((name, count) -> line(prefix + name, count));
        }
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
