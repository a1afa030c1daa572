package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class TemplateTest extends BatchTestBase {
    private static final String TEMPLATE = PATH + "/template";

    @Test
    void hasEveryColumnAsCommaSeparatedValues() {
        Response response = template(BatchFormat.VALUES);

        assertThat(response.asString().strip().replace("\ufeff", "").split(","))
                .containsExactlyElementsOf(Column.BY_NAME.keySet());
        assertThat(response.header("Content-Disposition")).contains("returns.csv");
    }

    @Test
    void beginsWithTheMarkByWhichSpreadsheetsKnowUtf8() {
        assertThat(template(BatchFormat.VALUES).asByteArray()).startsWith(0xef, 0xbb, 0xbf);
    }

    @Test
    void offersTheCodesInEachCell() {
        String sheet = part(template(BatchFormat.SPREADSHEET).asByteArray(), "sheet1.xml");

        assertThat(sheet).contains("dataValidation").contains("'codes'!");
    }

    @Test
    void isSmall() {
        assertThat(template(BatchFormat.SPREADSHEET).asByteArray()).hasSizeLessThan(100_000);
    }

    @Test
    void explainsCodesInBothLanguages() throws Exception {
        assertThat(texts("codes"))
                .contains("gtm-fag", "single-caregiver", "Cuida a otros sin ayuda", "Cares for others alone")
                .contains("HND", "Honduras", "Shelter")
                .noneMatch(text -> text.startsWith("code-"));
    }

    @Test
    void explainsColumnsInBothLanguages() throws Exception {
        assertThat(texts("columns")).hasSizeGreaterThan(100).noneMatch(text -> text.startsWith("column-"));
    }

    @Test
    void opensHarmlessly() throws Exception {
        for (String sheet : List.of("returns", "codes", "columns")) {
            assertThat(texts(sheet)).noneMatch(text -> text.matches("[=+@-].*"));
        }
    }

    @Test
    void isABatchOnceItIsFilledIn() {
        byte[] filled = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, Column.BY_NAME.keySet().toArray());
            Stream.of(
                            "key=k-" + UUID.randomUUID(),
                            "givenNames=" + RegistrationForm.filled().text("/person/givenNames"),
                            "familyNames=Paz",
                            "ageYears=34",
                            "sex=F",
                            "nationality=HND",
                            "document1Kind=dui",
                            "document1Number=" + RegistrationForm.dui(),
                            "returnedOn=2025-01-02",
                            "receptionPoint=gtm-fag",
                            "returnedFrom=USA",
                            "will=forced",
                            "consentPurposes=referral",
                            "consentScope=region",
                            "legalProvision=us-title-8",
                            "returnReasons=sent-back family",
                            "detainedDays=3",
                            "debt=under-1000",
                            "debtOwedTo=bank",
                            "work2Isco=71",
                            "work2Years=6",
                            "work2Where=USA",
                            "studiesLevel=2",
                            "studiesFinished=no",
                            "consentGivenBy=self",
                            "consentLanguage=mam",
                            "consentTextVersion=puente-consent-1")
                    .map(cell -> cell.split("="))
                    .forEach(cell ->
                            sheet.value(1, List.copyOf(Column.BY_NAME.keySet()).indexOf(cell[0]), cell[1]));
        });

        Answer answer = Answer.of(post(BatchFormat.SPREADSHEET, filled));

        assertThat(answer.results()).containsExactly("created");
        assertThat(answer.rows().getFirst().path("row").asInt()).isEqualTo(2);
    }

    private static Response template(String type) {
        return intake().header("Accept", type).get(TEMPLATE);
    }

    private static List<String> texts(String sheet) throws Exception {
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(template(BatchFormat.SPREADSHEET).asByteArray()))) {
            return workbook.findSheet(sheet).orElseThrow().read().stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null && !cell.getText().isEmpty())
                    .map(Cell::getText)
                    .toList();
        }
    }

    private static String part(byte[] workbook, String name) {
        return Workbooks.parts(workbook).entrySet().stream()
                .filter(part -> part.getKey().endsWith(name))
                .map(part -> new String(part.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
