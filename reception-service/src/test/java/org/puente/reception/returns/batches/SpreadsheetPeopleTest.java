package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** People of whom little is known, or who are in danger, come by a spreadsheet as whole as by a form. */
@QuarkusTest
class SpreadsheetPeopleTest extends BatchTestBase {
    /** Runs a test with each format of a spreadsheet. */
    @ParameterizedTest
    @ValueSource(strings = {BatchFormat.VALUES, BatchFormat.SPREADSHEET})
    @Retention(RetentionPolicy.RUNTIME)
    private @interface AsValuesAndAsWorkbook {}

    @AsValuesAndAsWorkbook
    void aFoundlingHasAYearOfBirthAndNoNames(String format) {
        JsonPath foundling = registered(format, cells("withoutNames=true", "birthYear=2023"));

        assertThat(foundling.<Boolean>get("person.withoutNames")).isTrue();
        assertThat(foundling.<Integer>get("person.birthYear")).isEqualTo(2023);
    }

    @AsValuesAndAsWorkbook
    void anAgeMayBeAGuess(String format) {
        JsonPath guessed = registered(format, named("ageYears=34", "ageEstimated=sí"));

        assertThat(guessed.<Boolean>get("person.ageEstimated")).isTrue();
    }

    @AsValuesAndAsWorkbook
    void aDocumentHasItsDays(String format) {
        JsonPath bearer = registered(
                format,
                named(
                        "ageYears=34",
                        "document1Kind=dui",
                        "document1Number=" + RegistrationForm.dui(),
                        "document2Kind=provisional",
                        "document2Number=IGM-1",
                        "document2IssuedOn=2025-01-02",
                        "document2ValidUntil=2025-03-02"));

        assertThat(bearer.<String>get("person.documents[1].issuedOn")).isEqualTo("2025-01-02");
        assertThat(bearer.<String>get("person.documents[1].validUntil")).isEqualTo("2025-03-02");
    }

    @AsValuesAndAsWorkbook
    void whoIsInDangerSaysHowToBeContactedSafely(String format) {
        JsonPath threatened = registered(
                format,
                named(
                        "ageYears=34",
                        "phones=+50255550163",
                        "safeContactWays=call message",
                        "safeContactFrom=08:00",
                        "safeContactTo=12:30",
                        "safeContactLanguage=spa",
                        "safeContactNote=Ask for Flor only"));

        assertThat(threatened.<Map<String, Object>>get("person.safeContact"))
                .containsEntry("ways", List.of("call", "message"))
                .containsEntry("language", "spa")
                .containsEntry("note", "Ask for Flor only");
        assertThat(threatened.<String>get("person.safeContact.from")).startsWith("08:00");
        assertThat(threatened.<String>get("person.safeContact.to")).startsWith("12:30");
    }

    @AsValuesAndAsWorkbook
    void whoIsInDangerSaysWhere(String format) {
        JsonPath threatened = registered(
                format,
                named(
                        "ageYears=34",
                        "dangerPlace1Country=GTM",
                        "dangerPlace1Subdivision=GT-13",
                        "dangerPlace1Municipality=Chiantla",
                        "dangerPlace2Country=HND"));

        assertThat(threatened.<List<Map<String, String>>>get("restricted.dangerPlaces"))
                .containsExactly(
                        Map.of("country", "GTM", "subdivision", "GT-13", "municipality", "Chiantla"),
                        Map.of("country", "HND"));
    }

    @AsValuesAndAsWorkbook
    void twoAdultsMayBeResponsibleForAChild(String format) {
        String household = "householdId=" + UUID.randomUUID();
        String mother = Ids.next().toString();
        String father = Ids.next().toString();

        Answer answer = post(
                format,
                List.of(
                        named(household, "ageYears=34", "caseId=" + mother),
                        named(household, "ageYears=36", "caseId=" + father),
                        named(
                                household,
                                "ageYears=7",
                                "responsible1CaseId=" + mother,
                                "responsible1Relation=parent",
                                "responsible2CaseId=" + father,
                                "responsible2Relation=parent")));

        assertThat(returned(answer.texts("caseId").getLast()).<List<String>>get("responsible.caseId"))
                .containsExactly(mother, father);
    }

    @Test
    void whatIsMissingIsNamedByItsColumn() {
        Answer answer = post(BatchFormat.VALUES, List.of(named("ageYears=34", "safeContactNote=Ask for Flor only")));

        assertThat(answer.rows().getFirst().at("/errors/0/column").asText()).isEqualTo("safeContactWays");
    }

    private static JsonPath registered(String format, Map<String, String> cells) {
        Answer answer = post(format, List.of(cells));
        assertThat(answer.results()).as(answer.rows().toString()).doesNotContain("refused");
        return returned(answer.texts("caseId").getFirst());
    }

    private static JsonPath returned(String caseId) {
        return intake().get("/v1/returns/" + caseId).jsonPath();
    }

    private static Map<String, String> named(String... more) {
        Map<String, String> cells = cells(more);
        RegistrationForm form = RegistrationForm.filled();
        cells.put("givenNames", form.text("/person/givenNames"));
        cells.put("familyNames", form.text("/person/familyNames"));
        return cells;
    }

    /** The cells of a row by their columns: those that every row needs, and more. */
    private static Map<String, String> cells(String... more) {
        return Stream.concat(
                        Stream.of(
                                "key=k-" + UUID.randomUUID(),
                                "sex=F",
                                "nationality=HND",
                                "returnedOn=2025-01-02",
                                "receptionPoint=gtm-fag",
                                "returnedFrom=USA",
                                "will=forced",
                                "consentPurposes=referral",
                                "consentScope=region",
                                "consentGivenBy=authority"),
                        Stream.of(more))
                .map(cell -> cell.split("=", 2))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1], (one, other) -> other, LinkedHashMap::new));
    }

    /** Sends rows under all columns of the template. */
    private static Answer post(String format, List<Map<String, String>> rows) {
        List<String> columns = List.copyOf(Column.BY_NAME.keySet());
        byte[] body = format.equals(BatchFormat.VALUES) ? values(columns, rows) : workbook(columns, rows);
        return Answer.of(post(format, body));
    }

    private static byte[] values(List<String> columns, List<Map<String, String>> rows) {
        return utf8(Stream.concat(
                        Stream.of(String.join(";", columns)),
                        rows.stream()
                                .map(row -> columns.stream()
                                        .map(column -> row.getOrDefault(column, ""))
                                        .collect(Collectors.joining(";"))))
                .collect(Collectors.joining("\n")));
    }

    private static byte[] workbook(List<String> columns, List<Map<String, String>> rows) {
        return Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, columns.toArray());
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                Workbooks.row(sheet, i + 1, columns.stream().map(row::get).toArray());
            }
        });
    }
}
