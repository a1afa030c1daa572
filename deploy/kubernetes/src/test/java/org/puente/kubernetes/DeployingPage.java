package org.puente.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/deploying.md tells an operator to do. */
final class DeployingPage {
    private static final Pattern STEP = Pattern.compile("(?m)^[0-9]\\. \\*\\*([^*]+?)\\.?\\*\\*");
    private static final Pattern SECRET = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| ([^|]+) \\| ");

    private final String text;

    DeployingPage() {
        try {
            text = Files.readString(Release.HOME.resolve("../../docs/deploying.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bold beginnings of the steps of "In this order". */
    List<String> steps() {
        return STEP.matcher(section("In this order"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The secrets that somebody makes by hand, with their namespaces. */
    Map<String, List<String>> secrets() {
        Map<String, List<String>> secrets = new LinkedHashMap<>();
        for (MatchResult found : SECRET.matcher(section("Secrets")).results().toList()) {
            List<String> namespaces = new ArrayList<>();
            for (String namespace : found.group(2).split(",")) {
                namespaces.add(namespace.strip().replace("`", ""));
            }
            secrets.put(found.group(1), namespaces);
        }
        return secrets;
    }

    private String section(String title) {
        int from = text.indexOf("\n## " + title + "\n");
        if (from < 0) {
            throw new IllegalStateException("docs/deploying.md has no section " + title);
        }
        int to = text.indexOf("\n## ", from + 1);
        return text.substring(from, to < 0 ? text.length() : to);
    }
}
