package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;
import org.puente.reception.arrivals.ArrivalForm;

/** A dry run says of each row what the real run then says, also of rows that follow refused ones; it stores nothing. */
@QuarkusTest
class DryRunTest extends BatchManifestTestBase {
    /** Rows that are refused as they are read, as many as a transaction takes. */
    private static final List<String> CHUNK = Collections.nCopies(250, "{}");

    private static final String STORED = """
            select (select count(*) from return_case) + (select count(*) from consent)
                 + (select count(*) from registration_key) + (select count(*) from person_match)
                 + (select count(*) from person_document) + (select count(*) from possible_match)
                 + (select count(*) from manifest_entry where registered_at is not null)
            """;

    private static Answer dry(String... lines) {
        return Answer.of(
                sending(BatchFormat.LINES).body(utf8(String.join("\n", lines))).post(PATH + "?dry-run=true"));
    }

    /** The rows with a chunk between, so that each is registered in a transaction of its own. */
    private static String[] apart(String first, String second) {
        return Stream.of(List.of(first), CHUNK, List.of(second))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** What both runs say of the first row and the last, which must be the same. */
    private List<String> said(String... lines) {
        long before = count(STORED);
        List<String> dry = said(dry(lines));
        assertThat(count(STORED)).as("a dry run stores nothing").isEqualTo(before);
        assertThat(said(sent(lines))).as("the real run").isEqualTo(dry);
        return dry;
    }

    private static List<String> said(Answer answer) {
        List<JsonNode> inOrder = answer.rows().stream()
                .sorted(Comparator.comparingInt(row -> row.get("row").asInt()))
                .toList();
        Answer sorted = new Answer(inOrder, answer.summary());
        return IntStream.of(0, inOrder.size() - 1)
                .mapToObj(row -> sorted.results().get(row) + " " + sorted.error(row))
                .map(String::strip)
                .toList();
    }

    private static String someCase() {
        return register(RegistrationForm.filled()).path("caseId");
    }

    private static String id(String caseId) {
        return "'caseId': '" + caseId + "', ";
    }

    @Test
    void anEntryWhoseRowIsRefusedIsFreeForALaterRow() {
        ArrivalForm form = announced(1);

        assertThat(said(apart(line(newKey(), form, 1, id(someCase()) + REST), line(newKey(), form, 1, REST))))
                .containsExactly("refused /caseId case-id-taken", "created");
    }

    @Test
    void anEntryWhoseRowStillWaitsForAnAdultIsFreeForALaterRow() {
        ArrivalForm form = announced(1);
        String child = "'consent': {'purposes': ['referral'], 'scope': ['region'], 'givenBy': 'guardian'},"
                + " 'household': {'id': '" + UUID.randomUUID() + "'}, 'person': {'birthDate': '2015-01-01'},"
                + " 'responsible': [{'caseId': '" + Ids.next() + "', 'relation': 'parent'}]";
        String[] rows = apart(line(newKey(), form, 1, child), line(newKey(), form, 1, REST));

        assertThat(said(dry(rows))).containsExactly("refused /manifest/entry row-entry-twice", "created");
        assertThat(said(sent(rows))).containsExactly("refused /manifest/entry manifest-entry-registered", "created");
    }

    @Test
    void anEntryThatAnEarlierRowRegistersIsRefused() {
        ArrivalForm form = announced(1);
        String[] rows = apart(line(newKey(), form, 1, REST), line(newKey(), form, 1, REST));

        assertThat(said(dry(rows)).getLast()).isEqualTo("refused /manifest/entry row-entry-twice");
        assertThat(said(sent(rows)).getLast()).isEqualTo("refused /manifest/entry manifest-entry-registered");
    }

    @Test
    void anEntryThatSomebodyElseHasTakenIsRefusedWithTheirCase() {
        ArrivalForm form = announced(2);
        String caseId = sent(line(newKey(), form, 1, REST)).texts("caseId").getFirst();
        String[] rows = {line(newKey(), form, 1, REST), line(newKey(), form, 2, REST)};

        assertThat(dry(rows).texts("caseId").getFirst()).isEqualTo(caseId);
        assertThat(said(rows)).containsExactly("refused /manifest/entry manifest-entry-registered", "created");
    }

    @Test
    void anEntryThatDoesNotExistIsRefusedAndItsKeyIsFreeForALaterRow() {
        ArrivalForm form = announced(1);
        String key = newKey();

        assertThat(said(apart(line(key, form, 77, REST), line(key, form, 1, REST))))
                .containsExactly("refused /manifest/entry manifest-entry-unknown", "created");
    }

    @Test
    void theKeyOfARowThatIsRefusedIsFreeForALaterRow() {
        String key = newKey();
        RegistrationForm refused = row(key).with("/caseId", "'" + someCase() + "'");

        assertThat(said(apart(refused.json(), row(key).json())))
                .containsExactly("refused /caseId case-id-taken", "created");
    }

    @Test
    void theIdThatAnEarlierRowGivesIsTaken() {
        String caseId = "'" + Ids.next() + "'";

        assertThat(said(apart(
                        row().with("/caseId", caseId).json(),
                        row().with("/caseId", caseId).json())))
                .containsExactly("created", "refused /caseId case-id-taken");
    }

    @Test
    void anAdultWhoseRowIsRefusedIsResponsibleForNobody() {
        String adult = "'" + Ids.next() + "'";
        RegistrationForm refused = row().with("/caseId", adult).with("/receptionPoint", "'gtm-other-desk'");
        RegistrationForm child = row().with("/person/birthDate", "'2015-01-01'")
                .with("/profiles", "[]")
                .with("/consent/givenBy", "'guardian'")
                .with("/responsible", "[{'caseId': " + adult + ", 'relation': 'parent'}]");

        assertThat(said(apart(refused.json(), child.json())).getLast())
                .isEqualTo("refused /responsible/0/caseId responsible-unknown");
    }
}
