package org.puente.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures, for people (docs/benchmarks.md, between two marks) and for machines (JSON). */
final class Report {
    private static final String BEGIN = "<!-- figures: written by ./puente bench -->";
    private static final String END = "<!-- end of figures -->";

    private final Path page;
    private final Path json;

    Report(Path docs) {
        this.page = docs.resolve("benchmarks.md");
        this.json = docs.resolve("benchmarks.json");
    }

    static String line(Result result) {
        Rounds.Both figures = result.figures();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s %s | %s: %s %s | **%.2f** (%.2f–%.2f) | %s | %s |",
                result.part(),
                result.what(),
                range(figures.ours()),
                result.unit(),
                result.peerIs(),
                range(figures.peer()),
                result.unit(),
                figures.ratio().median(),
                figures.ratio().least(),
                figures.ratio().most(),
                result.aim(),
                result.verdict());
    }

    private static String range(Range range) {
        return String.format(Locale.ROOT, "%.3g (%.3g–%.3g)", range.median(), range.least(), range.most());
    }

    /** Puts new figures in the place of a part's older ones; those of other parts stay. */
    void write(List<Result> results) throws IOException {
        Map<String, List<String>> lines = older();
        results.forEach(result -> lines.remove(result.part()));
        for (Result result : results) {
            lines.computeIfAbsent(result.part(), part -> new ArrayList<>()).add(line(result));
        }
        List<String> table = new ArrayList<>();
        table.add("| part | what | ours: median (range) | beside it | ratio | aim | |");
        table.add("|---|---|---|---|---|---|---|");
        lines.values().forEach(table::addAll);
        String text = Files.readString(page);
        Files.writeString(
                page,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                        + "\n"
                        + String.join("\n", table)
                        + "\n"
                        + text.substring(text.indexOf(END)));
        writeJson(results);
    }

    private void writeJson(List<Result> results) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> measured = results.stream().map(Result::part).collect(Collectors.toSet());
        ArrayNode all = mapper.createArrayNode();
        if (Files.exists(json)) {
            mapper.readTree(json.toFile()).forEach(older -> {
                if (!measured.contains(older.path("part").asText())) {
                    all.add(older);
                }
            });
        }
        results.forEach(result -> all.add(mapper.valueToTree(result)));
        mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
    }

    private Map<String, List<String>> older() throws IOException {
        String text = Files.readString(page);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        text.substring(text.indexOf(BEGIN), text.indexOf(END))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| part |"))
                .forEach(line -> lines.computeIfAbsent(line.split("\\|")[1].strip(), part -> new ArrayList<>())
                        .add(line));
        return lines;
    }
}
