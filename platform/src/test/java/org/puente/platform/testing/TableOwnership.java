package org.puente.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which features of a service use which of its tables, as its sources say: a table belongs to one
 * feature, a package below the service's own. Others ask that feature, or read a view that it gives
 * them. What is looked at are the SQL and HQL in strings, and entities.
 */
public final class TableOwnership {
    private static final Pattern STRING =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern USE =
            Pattern.compile("\\b(?:from|join|into|update|table)\\s+(?:only\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE =
            Pattern.compile("(?:create table (?:if not exists )?|rename to )(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("@Table\\(name = \"(\\w+)\"\\).*?\\bclass (\\w+)", Pattern.DOTALL);

    private final Map<Path, String> sources = new TreeMap<>();
    private final Map<String, String> tables = new TreeMap<>();
    private final Path root;

    private TableOwnership(Path service, Path root) {
        this.root = root;
        read(service.resolve("src/main/resources/db"), ".sql").values().stream()
                .flatMap(sql -> found(MADE, sql))
                .forEach(made ->
                        tables.put(made.group(1).toLowerCase(), made.group(1).toLowerCase()));
        sources.putAll(read(root, ".java"));
        sources.values().stream()
                .flatMap(source -> found(ENTITY, source))
                .forEach(entity -> tables.put(entity.group(2).toLowerCase(), entity.group(1)));
    }

    /**
     * @param service the directory of the service's module
     * @param root of its packages, as in {@code org/puente/referral}
     */
    public static TableOwnership of(Path service, String root) {
        return new TableOwnership(service, service.resolve("src/main/java").resolve(root));
    }

    /** The tables that more than one feature uses, with the classes that do. */
    public Map<String, Set<String>> shared() {
        Map<String, Map<String, Set<String>>> users = new TreeMap<>();
        sources.forEach((file, source) -> uses(source)
                .forEach(table -> users.computeIfAbsent(table, first -> new TreeMap<>())
                        .computeIfAbsent(feature(file), first -> new TreeSet<>())
                        .add(name(file))));
        Map<String, Set<String>> shared = new TreeMap<>();
        users.forEach((table, features) -> {
            if (features.size() > 1) {
                shared.put(table, new TreeSet<>(List.of(features.toString())));
            }
        });
        return shared;
    }

    private Stream<String> uses(String source) {
        Stream<String> inStrings = found(STRING, source)
                .flatMap(text -> found(USE, text.group()))
                .map(use -> tables.get(use.group(1).toLowerCase()))
                .filter(table -> table != null);
        return Stream.concat(inStrings, found(ENTITY, source).map(entity -> entity.group(1)))
                .distinct();
    }

    private String feature(Path file) {
        Path below = root.relativize(file);
        return below.getNameCount() > 1 ? below.getName(0).toString() : "";
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<MatchResult> found(Pattern what, String text) {
        return what.matcher(text).results();
    }

    private static Map<Path, String> read(Path directory, String end) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(end)).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
