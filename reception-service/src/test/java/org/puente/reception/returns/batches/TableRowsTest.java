package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.problems.FieldError;

class TableRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void takesTheSeparatorOfTheFirstLine(String separator) throws Exception {
        RawRow row = first("key,givenNames,familyNames\nk,Ana,\"Paz%s Ruiz\"\n"
                .replace(",", separator)
                .formatted(separator));

        assertThat(row.json().at("/person/familyNames").asText()).isEqualTo("Paz" + separator + " Ruiz");
    }

    @Test
    void passesOverTheMarkThatSpreadsheetsPutFirst() throws Exception {
        assertThat(first("\ufeffkey,sex\nk,F\n").json().path("key").asText()).isEqualTo("k");
    }

    @Test
    void endsLinesAsWindowsDoes() throws Exception {
        assertThat(first("key,sex\r\nk,F\r\n").json().at("/person/sex").asText())
                .isEqualTo("F");
    }

    @Test
    void leavesOutEmptyCells() throws Exception {
        assertThat(first("key,sex,assistance\nk,F,\n").json().has("assistance")).isFalse();
    }

    @Test
    void passesOverEmptyRowsAndCountsThem() throws Exception {
        assertThat(first("key,sex\n,\n\nk,F\n").number()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k,self", "k,self,2099-12-31"})
    void takesARowThatExcelEndsBeforeItsEmptyOptionalCells(String row) throws Exception {
        RawRow read = first("key,consentGivenBy,consentValidUntil,consentLanguage\n" + row + "\n");

        assertThat(read.errors()).isEmpty();
        assertThat(read.json().at("/consent/givenBy").asText()).isEqualTo("self");
        assertThat(read.json().at("/consent").has("language")).isFalse();
    }

    @Test
    void refusesARowThatEndsBeforeACellThatItNeeds() throws Exception {
        assertThat(first("key,restrictedNote,consentGivenBy,consentValidUntil\nk,x\n")
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("row-column-count");
    }

    @Test
    void refusesARowThatIsCutInTheMiddle() throws Exception {
        assertThat(first("key,consentGivenBy,restrictedNote,consentValidUntil\nk,self\n")
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("row-column-count");
    }

    @Test
    void splitsListsAtSpacesCommasAndSemicolons() throws Exception {
        assertThat(first("key,languages\nk,\"spa, mam;kek quc\"\n")
                        .json()
                        .at("/person/languages")
                        .toString())
                .isEqualTo("[\"spa\",\"mam\",\"kek\",\"quc\"]");
    }

    @Test
    void readsNumbersAndYesAndNo() throws Exception {
        RawRow row = first("key,ageYears,trafficking,unsafeDestination\nk,34,Sí,no\n");

        assertThat(row.json().at("/person/ageYears").isInt()).isTrue();
        assertThat(row.json().path("restricted").toString())
                .isEqualTo("{\"trafficking\":true,\"unsafeDestination\":false}");
    }

    @Test
    void takesTheSecondDocumentForTheFirstWhereThatIsMissing() throws Exception {
        RawRow row = first("key,document1Kind,document1Number,document2Kind,document2Number\nk,,,dui,1\n");

        assertThat(row.json().at("/person/documents").toString()).isEqualTo("[{\"kind\":\"dui\",\"number\":\"1\"}]");
        assertThat(row.columns()).containsEntry("/person/documents/0/number", "document2Number");
    }

    @Test
    void keepsTheItemsOfAListApart() throws Exception {
        RawRow row = first("key,need1Category,need2Category,need1Dimension\nk,shelter,health,social\n");

        assertThat(row.json().path("needs").toString())
                .isEqualTo("[{\"category\":\"shelter\",\"dimension\":\"social\"},{\"category\":\"health\"}]");
    }

    private static RawRow first(String csv) throws IOException {
        return new TableRows(new CsvTable(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))).next();
    }
}
