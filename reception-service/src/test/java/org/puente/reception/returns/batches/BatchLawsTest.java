package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

/**
 * The laws of a batch: sent twice, split and in another order it leaves the state that it leaves when it is sent once.
 * Each history has rows of one person with one document, households, bad rows, and rows that stand twice.
 */
@QuarkusTest
class BatchLawsTest extends BatchTestBase {
    private static final int ROWS = 60;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aBatchSentTwiceSplitAndReorderedLeavesTheSameState(long seed) throws Exception {
        Random random = new Random(seed);
        String once = "once-" + seed + "-" + UUID.randomUUID();
        String often = "often-" + seed + "-" + UUID.randomUUID();
        List<String> history = history(random);

        send(lines(once, history));
        for (List<String> part : parts(random, history)) {
            send(lines(often, part));
        }

        assertThat(state(often)).isEqualTo(state(once)).isNotEmpty();
    }

    /**
     * Whose second document ties together two who came before is not joined with both: nobody is joined by itself who
     * is known as two (ADR 041). So here the order counts, and what holds in each is less.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"})
    void wherePeopleHaveTwoDocumentsNobodyIsLostOrDoubledAndTheDeskIsWarned(String order) {
        Map<Character, RegistrationForm> rows = rowsTiedByDocuments();
        List<RegistrationForm> sent =
                order.chars().mapToObj(row -> rows.get((char) row)).toList();

        Answer answer = send(sent);

        assertThat(answer.results()).doesNotContain("refused");
        assertThat(send(sent).texts("caseId")).isEqualTo(answer.texts("caseId")).doesNotHaveDuplicates();
        Set<String> people = new TreeSet<>(answer.texts("personId"));
        boolean bridgesTwo = order.endsWith("B");
        assertThat(people).hasSize(bridgesTwo ? 2 : 1);
        assertThat(answer.rows()
                        .get(order.indexOf('B'))
                        .path("warnings")
                        .toString()
                        .contains("documents-of-two-people"))
                .isEqualTo(bridgesTwo);
    }

    /** One person with one document, with another, and with both (B). */
    private static Map<Character, RegistrationForm> rowsTiedByDocuments() {
        String one = RegistrationForm.dui();
        String other = RegistrationForm.dui();
        RegistrationForm person = RegistrationForm.filled();
        return Map.of(
                'A', keyed(person.copy().document("dui", one)),
                'B',
                        keyed(person.copy()
                                .with(
                                        "/person/documents",
                                        "[{'kind': 'dui', 'number': '%s'}, {'kind': 'dui', 'number': '%s'}]"
                                                .formatted(one, other))),
                'C', keyed(person.copy().document("dui", other)));
    }

    private static RegistrationForm keyed(RegistrationForm form) {
        return form.with("/key", "'row-" + UUID.randomUUID() + "'");
    }

    /** Rows as JSON, with a place for what keeps two histories apart. */
    private static List<String> history(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int person = random.nextInt(40);
            RegistrationForm form = row("PREFIX" + i)
                    .document("dui", "DUI" + person)
                    .with("/person/givenNames", "'Zenaida Batch" + (char) ('a' + person % 26) + person / 26 + "'")
                    .with("/person/familyNames", "'Paz'")
                    .with("/returnedOn", "'2025-0" + (1 + random.nextInt(9)) + "-11'")
                    .with("/household/id", "'0193f000-0000-7000-8000-HOUSE000000" + random.nextInt(9) + "'");
            rows.add((random.nextInt(10) == 0 ? form.with("/person/sex", "'W'") : form).json());
        }
        rows.addAll(rows.subList(0, 10));
        return rows;
    }

    /** The rows in other orders and parts, each row once at least. */
    private static List<List<String>> parts(Random random, List<String> history) {
        List<String> all = new ArrayList<>(history);
        all.addAll(history.subList(0, random.nextInt(history.size())));
        Collections.shuffle(all, random);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(30));
            parts.add(all.subList(from, to));
            from = to;
        }
        return parts;
    }

    /** The same people, households and keys in each history, and other ones in another. */
    private static String lines(String history, List<String> rows) {
        int number = 500_000 + Math.floorMod(history.hashCode(), 400_000); // others have 41 million and some
        String all = String.join("\n", rows)
                .replace("PREFIX", history + "-")
                .replace("HOUSE", "%05d".formatted(number % 100_000));
        return java.util.regex.Pattern.compile("DUI([0-9]+)")
                .matcher(all)
                .replaceAll(dui -> dui("%06d%02d".formatted(number, Integer.parseInt(dui.group(1)))));
    }

    private static String dui(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return digits + "-" + (10 - sum % 10) % 10;
    }

    private static void send(String lines) {
        Answer.of(post(BatchFormat.LINES, utf8(lines)));
    }

    /**
     * What the node holds of a history: of each key what was recorded, under which terms, and the keys of the same
     * person's other rows.
     */
    private TreeMap<String, String> state(String history) throws Exception {
        TreeMap<String, String> state = new TreeMap<>();
        TreeMap<String, Set<String>> people = new TreeMap<>();
        TreeMap<String, String> person = new TreeMap<>();
        try (Connection connection = databaseConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                    select k.key, r.content, r.person_id, r.version, c.terms, r.household_id,
                           (r.dossier_id is not null) || ' ' || (r.visit_dossier_id is not null),
                           (select count(*) from consent where case_id = r.case_id)
                    from registration_key k join return_case r using (case_id) join consent c using (case_id)
                    where k.key like '%s-%%'
                    """.formatted(history))) {
            while (row.next()) {
                String key = row.getString(1).substring(history.length());
                String content = Json.read(row.getString(2), com.fasterxml.jackson.databind.node.ObjectNode.class)
                        .without("household")
                        .toString()
                        .replaceAll("[0-9]{8}-[0-9]\"", "\"");
                state.put(key, content + row.getString(4) + row.getString(5) + row.getString(7) + row.getString(8));
                person.put(key, row.getString(3));
                people.computeIfAbsent(row.getString(3), first -> new TreeSet<>())
                        .add(key);
            }
        }
        state.replaceAll((key, text) -> text + people.get(person.get(key)));
        return state;
    }
}
