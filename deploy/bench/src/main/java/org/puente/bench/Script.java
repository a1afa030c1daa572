package org.puente.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded transaction to be run again and again: the same statements with values of the same
 * size, but each time with ids and marks of its own. Those are known by their form: a UUID, the
 * 64 hexadecimal digits of a hash, or the whole number of 15 digits or more that is a tag of matching. They are made from the variable {@code id}, which is another
 * whole number each time; UUIDs ascend as the recorded ones (version 7) do, hashes don't.
 *
 * @param statements with variables as {@code :name}
 * @param constants values of the variables other than {@code id}
 */
record Script(List<String> statements, Map<String, String> constants) {
    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}"
                    + "|(?<=[\\[,])-?[0-9]{15,19}(?=[\\],])");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    static Script of(List<Recording.Statement> recorded) {
        Writing writing = new Writing();
        return new Script(recorded.stream().map(writing::statement).toList(), writing.constants);
    }

    /** For {@code pgbench -f}; it must be given the constants, {@code n} = 0 and {@code first}. */
    String forPgbench() {
        return "\\set n :n + 1\n\\set id :first + :n * 1000 + :client_id\nbegin;\n"
                + String.join(";\n", statements)
                + ";\ncommit;\n";
    }

    private static final class Writing {
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final List<String> uniques = new ArrayList<>();

        String statement(Recording.Statement statement) {
            Matcher parameters = PARAMETER.matcher(statement.sql());
            StringBuilder sql = new StringBuilder();
            while (parameters.find()) {
                String value = statement.values().get(Integer.parseInt(parameters.group(1)) - 1);
                parameters.appendReplacement(sql, Matcher.quoteReplacement(expression(value)));
            }
            return parameters.appendTail(sql).toString();
        }

        private String expression(String value) {
            if (value == null) {
                return "null";
            }
            Matcher unique = UNIQUE.matcher(value);
            if (unique.matches()) {
                return isHash(value) ? fresh(value) : "cast(" + fresh(value) + " as uuid)";
            }
            StringBuilder format = new StringBuilder();
            List<String> parts = new ArrayList<>();
            int end = 0;
            while (unique.find()) {
                format.append(value.substring(end, unique.start()).replace("%", "%%"));
                format.append("%s");
                parts.add(fresh(unique.group()));
                end = unique.end();
            }
            if (parts.isEmpty()) {
                return constant(value);
            }
            format.append(value.substring(end).replace("%", "%%"));
            return "format(" + constant(format.toString()) + ", " + String.join(", ", parts) + ")";
        }

        private String constant(String value) {
            String name = "v" + constants.size();
            constants.put(name, value);
            return ":" + name;
        }

        /** As text; the same for the same recorded value. */
        private String fresh(String recorded) {
            if (!uniques.contains(recorded)) {
                uniques.add(recorded);
            }
            int number = uniques.indexOf(recorded);
            if (isTag(recorded)) {
                return ("cast(cast(cast(concat('x', substr(md5(concat(cast(:id as text), 'c%d')), 1, 16))"
                                + " as bit(64)) as bigint) as text)")
                        .formatted(number);
            }
            return isHash(recorded)
                    ? ("md5(concat(cast(:id as text), 'a%1$d'))" + " || md5(concat(cast(:id as text), 'b%1$d'))")
                            .formatted(number)
                    : "concat(lpad(cast(:id as text), 12, '0'), '-7000-8000-%012d')".formatted(number);
        }

        private static boolean isTag(String unique) {
            return unique.length() < 36;
        }

        private static boolean isHash(String unique) {
            return unique.length() == 64;
        }
    }
}
