package org.puente.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dashboards, alerts and list of metrics in {@code deploy/observability}. */
final class Observability {
    static final Path HOME = Release.HOME.resolve("../observability").normalize();
    static final List<String> DASHBOARDS = List.of("region", "node", "service");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Labels, texts, times, and labels to group by. */
    private static final Pattern AROUND =
            Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(by|without|on)\\s*\\([^)]*\\)");

    private static final Pattern FUNCTION_OR_NUMBER = Pattern.compile("\\b[a-z_]+\\s*(?=\\()|\\b[0-9][0-9.]*[a-z]*");

    private static final Pattern NAME = Pattern.compile("\\b(?!(?:and|or|unless|offset)\\b)[a-zA-Z_:][a-zA-Z0-9_:]*");

    private Observability() {}

    /** What promtool tests the alerts with. */
    static List<Path> alertTests() {
        try (Stream<Path> files = Files.list(HOME.resolve("alert-tests"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode dashboard(String name) {
        return read(HOME.resolve("dashboards").resolve(name + ".json"));
    }

    /** The panels that ask for something. */
    static List<JsonNode> panels(String dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        dashboard(dashboard).path("panels").forEach(panel -> {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** What panels and variables ask Prometheus for. */
    static List<String> expressions(String dashboard) {
        List<String> expressions = new ArrayList<>();
        panels(dashboard)
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.path("expr").asText())));
        dashboard(dashboard).at("/templating/list").forEach(variable -> {
            if (variable.path("type").asText().equals("query")) {
                expressions.add(
                        variable.path("definition").asText().replaceFirst("label_values\\((.*), [a-z_]+\\)", "$1"));
            }
        });
        return expressions;
    }

    /** The names of the metrics in an expression. */
    static Stream<String> metrics(String expression) {
        String bare = AROUND.matcher(expression).replaceAll(" ");
        return NAME.matcher(FUNCTION_OR_NUMBER.matcher(bare).replaceAll(" "))
                .results()
                .map(MatchResult::group);
    }

    /** Those that a service of Puente has, or that another program is known to have. */
    static Set<String> listedMetrics() {
        Set<String> listed = new TreeSet<>();
        JsonNode list = read(HOME.resolve("metrics.json"));
        list.path("services").forEach(names -> names.forEach(name -> listed.add(name.asText())));
        list.path("others").fieldNames().forEachRemaining(listed::add);
        return listed;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
