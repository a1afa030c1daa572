package org.puente.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a transaction really sent to a PostgreSQL server, as the server's own log has it. */
final class Recording {
    private static final Pattern ENTRY = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)] ([A-Z]+): +(.*?)" + "(?=^\\d{4}-\\d\\d-\\d\\d |\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')");

    private Recording() {}

    /**
     * A statement.
     *
     * @param sql on one line, its parameters as {@code $1} …
     * @param values in the order of the parameters; null for NULL
     */
    record Statement(String sql, List<String> values) {}

    /**
     * The statements between begin and commit of the first transaction that did something.
     *
     * @param log with {@code log_statement} set to all, and the default prefix of lines
     * @param did what stands in a statement of it
     * @return empty if there is no such transaction, or it hasn't ended
     */
    static Optional<List<Statement>> of(String log, String did) {
        Map<String, List<Statement>> open = new HashMap<>();
        Matcher entries = ENTRY.matcher(log);
        while (entries.find()) {
            String backend = entries.group(1);
            String text = entries.group(3).strip();
            if (entries.group(2).equals("DETAIL")) {
                valuesOfLast(open.get(backend), text);
                continue;
            }
            Matcher statement = STATEMENT.matcher(text);
            if (!entries.group(2).equals("LOG") || !statement.matches()) {
                continue;
            }
            String sql = statement.group(1).replaceAll("\\s+", " ").strip();
            if (sql.equalsIgnoreCase("begin")) {
                open.put(backend, new ArrayList<>());
            } else if (sql.equalsIgnoreCase("commit") || sql.equalsIgnoreCase("rollback")) {
                List<Statement> ended = open.remove(backend);
                if (ended != null && ended.stream().anyMatch(s -> s.sql().contains(did))) {
                    return Optional.of(ended);
                }
            } else if (open.containsKey(backend)) {
                open.get(backend).add(new Statement(sql, List.of()));
            }
        }
        return Optional.empty();
    }

    private static void valuesOfLast(List<Statement> statements, String detail) {
        if (statements == null || statements.isEmpty()) {
            return;
        }
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(detail);
        while (matcher.find()) {
            values.add(matcher.group(1) == null ? null : matcher.group(1).replace("''", "'"));
        }
        statements.set(statements.size() - 1, new Statement(statements.getLast().sql(), values));
    }
}
