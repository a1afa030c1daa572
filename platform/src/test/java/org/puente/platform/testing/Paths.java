package org.puente.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which of a document's paths a request is for. */
final class Paths {
    private Paths() {}

    /** The template that fits with the fewest variables; empty where none does. */
    static String match(JsonNode paths, String path) {
        Iterable<String> templates = paths::fieldNames;
        return StreamSupport.stream(templates.spliterator(), false)
                .filter(template -> fits(template, path))
                .min(Comparator.comparingLong(Paths::variables))
                .orElse("");
    }

    private static boolean fits(String template, String path) {
        String form = Arrays.stream(template.split("/", -1))
                .map(step -> step.startsWith("{") ? "[^/;]+" : Pattern.quote(step))
                .collect(Collectors.joining("/"));
        return path.matches(form);
    }

    private static long variables(String template) {
        return template.chars().filter(c -> c == '{').count();
    }
}
