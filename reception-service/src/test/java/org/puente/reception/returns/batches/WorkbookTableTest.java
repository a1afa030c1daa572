package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.problems.ProblemException;

class WorkbookTableTest {
    private static final byte[] PLAIN = Workbooks.of(sheet -> Workbooks.row(sheet, 0, "key", "givenNames"));

    @Test
    void readsTextsNumbersAndDays() throws Exception {
        byte[] workbook =
                Workbooks.of(sheet -> Workbooks.row(sheet, 0, "Ana", 34, 801199000001L, true, 45_659, null, "x"));

        assertThat(rows(workbook, column -> column == 4))
                .containsExactly(List.of("Ana", "34", "801199000001", "true", "2025-01-02", "", "x"));
    }

    @Test
    void takesWhatAFormulaComputedForText() throws Exception {
        byte[] workbook = Workbooks.of(sheet -> {
            sheet.value(0, 0, "key");
            sheet.formula(1, 0, "HYPERLINK(\"http://x\")");
        });

        assertThat(rows(workbook, column -> false)).hasSize(2);
    }

    @Test
    void countsRowsAsTheSpreadsheetDoes() throws Exception {
        WorkbookTable table = new WorkbookTable(Workbooks.of(sheet -> {
            sheet.value(0, 0, "key");
            sheet.value(4, 0, "a");
        }));
        table.next(column -> false);
        table.next(column -> false);

        assertThat(table.number()).isEqualTo(5);
    }

    @Test
    void takesNoEntityFromOutside() {
        byte[] workbook = Workbooks.spoiled(
                PLAIN, "sharedStrings.xml", "<sst", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst");
        byte[] using = Workbooks.spoiled(workbook, "sharedStrings.xml", "givenNames", "&x;");

        assertThat(textOrProblem(using)).doesNotContain("root:");
    }

    @Test
    void doesNotMultiplyEntities() {
        byte[] workbook = Workbooks.spoiled(
                PLAIN,
                "sharedStrings.xml",
                "<sst",
                "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst");
        byte[] using = Workbooks.spoiled(workbook, "sharedStrings.xml", "givenNames", "&b;");

        assertThat(textOrProblem(using)).doesNotContain("aaaaaaaaaa");
    }

    @Test
    void refusesAWorkbookThatUnpacksToAHundredTimesItsSize() {
        byte[] bomb = Workbooks.bomb(PLAIN, "sheet1.xml", 100);

        assertThat(bomb.length).isLessThan(WorkbookLimits.MAX_BYTES);
        assertThatThrownBy(() -> new WorkbookTable(bomb))
                .isInstanceOf(ProblemException.class)
                .hasMessage("batch-workbook-too-large");
    }

    @Test
    void refusesSharedTextsThatFillTheMemory() {
        byte[] bomb = Workbooks.bomb(PLAIN, "sharedStrings.xml", 20);

        assertThatThrownBy(() -> new WorkbookTable(bomb)).hasMessage("batch-workbook-too-large");
    }

    @Test
    void refusesAnotherPartThatFillsTheMemory() {
        byte[] bomb = Workbooks.bomb(PLAIN, "styles.xml", 20);

        assertThatThrownBy(() -> new WorkbookTable(bomb)).hasMessage("batch-workbook-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/a.xml", "xl/worksheets/_rels/a.xml"})
    void refusesSharedTextsThatFillTheMemoryUnderAnotherName(String name) {
        byte[] renamed = Workbooks.renamed(PLAIN, "xl/sharedStrings.xml", name);

        assertThatThrownBy(() -> new WorkbookTable(Workbooks.bomb(renamed, name, 20)))
                .hasMessage("batch-workbook-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"})
    void refusesAnotherPartUnderTheNameOfASheet(String part) {
        byte[] renamed = Workbooks.renamed(PLAIN, part, "xl/worksheets/a.xml");

        assertThatThrownBy(() -> new WorkbookTable(renamed)).hasMessage("batch-workbook-broken");
    }

    static Stream<Arguments> tooManyCells() {
        return Stream.of(
                Arguments.of("cells without a place", "<row>" + "<c/>".repeat(121) + "</row>"),
                Arguments.of("cells in a row in a row", "<row><c><row/></c>" + "<c/>".repeat(120) + "</row>"),
                Arguments.of("a place that is far away", "<row><c r=\"DQ1\"/></row>"),
                Arguments.of("empty rows", "<row/>".repeat(100_001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tooManyCells(String what, String rows) {
        byte[] workbook = Workbooks.spoiled(PLAIN, "sheet1.xml", "<sheetData>", "<sheetData>" + rows);

        assertThatThrownBy(() -> new WorkbookTable(workbook)).hasMessage("batch-workbook-too-many-cells");
    }

    @Test
    void readsAsManyColumnsAsAFormMayHave() throws Exception {
        byte[] workbook = Workbooks.of(sheet -> sheet.value(0, Table.MAX_COLUMNS - 1, "x"));

        assertThat(rows(workbook, column -> false).getFirst()).hasSize(Table.MAX_COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\" t=\"s\"><v>2000000000</v></c>",
                "<c r=\"A1\"><v><![CDATA[NINES]]></v></c>",
                "<c r=\"A1\" t=\"inlineStr\"><is><t>LONG</t></is></c>",
                "<c r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c r=\"A1\"><v>NINES</v></c>",
                "<c r=\"A1\"><f>NINES</f><v>1</v></c>",
                "<c r=\"A1\" t=\"str\"><v><v>1</v></v></c>"
            })
    void refusesACellThatCostsMoreThanItsBytes(String cell) {
        byte[] workbook = Workbooks.spoiled(
                PLAIN,
                "sheet1.xml",
                "<c r=\"A1\"",
                cell.replace("NINES", "9".repeat(2_000)).replace("LONG", "x".repeat(40_000)) + "<c r=\"A1\"");

        assertThatThrownBy(() -> new WorkbookTable(workbook)).hasMessage("batch-workbook-broken");
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] half = java.util.Arrays.copyOf(PLAIN, PLAIN.length / 2);

        assertThatThrownBy(() -> new WorkbookTable(half)).hasMessage("batch-workbook-broken");
    }

    @Test
    void refusesASheetThatIsNoXml() {
        byte[] broken = Workbooks.spoiled(PLAIN, "sheet1.xml", "<sheetData>", "<sheetData><<");

        assertThatThrownBy(() -> rows(broken, column -> false)).hasMessage("batch-workbook-broken");
    }

    private static String textOrProblem(byte[] workbook) {
        try {
            return rows(workbook, column -> false).toString();
        } catch (ProblemException e) {
            return e.code();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> rows(byte[] workbook, IntPredicate isDay) throws IOException {
        WorkbookTable table = new WorkbookTable(workbook);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row = table.next(isDay); row != null; row = table.next(isDay)) {
            rows.add(row);
        }
        return rows;
    }
}
