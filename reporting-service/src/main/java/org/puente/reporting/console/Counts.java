package org.puente.reporting.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.puente.contracts.FactType;
import org.puente.contracts.Stream;
import org.puente.reporting.events.Tally;

/** How many facts of each type each node has published. */
@ApplicationScoped
class Counts {
    private final Tally tally;

    Counts(Tally tally) {
        this.tally = tally;
    }

    /**
     * A table of all types that are shown here, also of those that no node has published yet.
     *
     * @param nodes those that have published a fact, in alphabetical order
     */
    public record Table(List<String> nodes, List<Line> lines) {
        public long total() {
            return lines.stream().mapToLong(Line::total).sum();
        }
    }

    /**
     * @param type the ce_type
     * @param code the key of the text for people
     * @param first whether a new stream begins here
     * @param facts per node, in the order of the table's nodes
     */
    public record Line(String stream, String type, String code, boolean first, List<Cell> facts) {
        public long total() {
            return facts.stream().mapToLong(Cell::facts).sum();
        }

        public String streamCode() {
            return "stream-" + stream;
        }
    }

    public record Cell(String node, long facts) {}

    /**
     * @param node only this node; null for all
     */
    Uni<Table> read(String node) {
        return tally.read(node).map(Counts::table);
    }

    private static Table table(List<Tally.Count> all) {
        TreeSet<String> nodes = new TreeSet<>();
        Map<List<String>, Long> counts = new HashMap<>();
        for (Tally.Count one : all) {
            nodes.add(one.node());
            counts.put(List.of(one.node(), one.type()), one.facts());
        }
        List<Line> lines = new ArrayList<>();
        for (FactType type : shown()) {
            String stream = type.stream().word();
            lines.add(new Line(
                    stream,
                    type.type(),
                    code(type),
                    lines.isEmpty() || !lines.getLast().stream().equals(stream),
                    nodes.stream()
                            .map(node -> new Cell(node, counts.getOrDefault(List.of(node, type.type()), 0L)))
                            .toList()));
        }
        return new Table(List.copyOf(nodes), lines);
    }

    static List<FactType> shown() {
        return Arrays.stream(FactType.values())
                .filter(t -> t.stream() != Stream.DOSSIERS && t.stream() != Stream.REPORTS)
                .toList();
    }

    /** E.g. {@code type-return.registered}. */
    static String code(FactType type) {
        return "type-" + type.type().replaceFirst("^org\\.puente\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
