package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.arrivals.ArrivalForm;

/** Rows that name the entry of a manifest are registered from there, as a desk registers single people. */
@QuarkusTest
class BatchManifestTest extends BatchManifestTestBase {
    @Test
    void registersWhomTheManifestNames() {
        ArrivalForm form = announced(2);

        Answer answer = sent(line(newKey(), form, 1, REST), line(newKey(), form, 2, REST));

        assertThat(answer.results()).containsExactly("created", "created");
        Response recorded = intake().get("/v1/returns/" + answer.texts("caseId").getFirst());
        assertThat(recorded.<String>path("person.givenNames")).startsWith(ArrivalForm.NAME);
        assertThat(recorded.<String>path("returnedOn")).isEqualTo(today().toString());
    }

    @Test
    void whoIsRegisteredStandsInTheReturnAlone() {
        ArrivalForm form = announced(2);

        Answer answer = sent(line(newKey(), form, 2, REST));

        assertThat(items(form, "state")).containsExactly("expected", "came");
        assertThat(manifest(form).<String>path("items[1].caseId"))
                .isEqualTo(answer.texts("caseId").getFirst());
        assertThat(manifest(form).<Object>path("items[1].person")).isNull();
    }

    @Test
    void whatTheRowSaysGoesBeforeTheManifest() {
        ArrivalForm form = announced(1);

        Answer answer = sent(line(newKey(), form, 1, REST + ", 'person': {'givenNames': 'Corregida'}"));

        Response recorded = intake().get("/v1/returns/" + answer.texts("caseId").getFirst());
        assertThat(recorded.<String>path("person.givenNames")).isEqualTo("Corregida");
        assertThat(recorded.<String>path("person.nationality")).isEqualTo("GTM");
    }

    @Test
    void aDryRunTakesNobodyOffTheManifest() {
        ArrivalForm form = announced(1);
        String rows = line(newKey(), form, 1, REST) + "\n" + line(newKey(), form, 1, REST);

        Answer answer = Answer.of(sending(BatchFormat.LINES).body(utf8(rows)).post(PATH + "?dry-run=true"));

        assertThat(answer.results()).containsExactly("created", "refused");
        assertThat(items(form, "state")).containsExactly("expected");
    }

    @Test
    void aSpreadsheetNamesThemToo() {
        ArrivalForm form = announced(2);
        List<String> values = List.of(
                "key;arrivalId;manifestEntry;manifestVersion;consentPurposes;consentScope;consentGivenBy",
                newKey() + ";" + form.id() + ";1;1;referral;region;self",
                newKey() + ";" + form.id() + ";9;1;referral;region;self");

        Answer answer = Answer.of(post(BatchFormat.VALUES, utf8(String.join("\n", values))));

        assertThat(answer.results()).containsExactly("created", "refused");
        assertThat(answer.rows().getLast().at("/errors/0/column").asText()).isEqualTo("manifestEntry");
    }

    @Test
    void aWorkbookNamesThemToo() {
        ArrivalForm form = announced(1);
        byte[] workbook = Workbooks.of(sheet -> {
            Workbooks.row(
                    sheet,
                    0,
                    "key",
                    "arrivalId",
                    "manifestEntry",
                    "manifestVersion",
                    "consentPurposes",
                    "consentScope",
                    "consentGivenBy");
            Workbooks.row(sheet, 1, newKey(), form.id(), "1", "1", "referral", "region", "self");
        });

        assertThat(Answer.of(post(BatchFormat.SPREADSHEET, workbook)).results()).containsExactly("created");
    }

    @Test
    void aFamilyOfTheManifestNamesItsAdult() {
        String household = "{'id': '" + UUID.randomUUID() + "'}";
        ArrivalForm form = announced(
                ArrivalForm.to("gtm-fag")
                        .person()
                        .which("household", household)
                        .person()
                        .which("household", household),
                2);
        UUID mother = Ids.next();
        String child = "'consent': {'purposes': ['referral'], 'scope': ['region'], 'givenBy': 'guardian'},"
                + " 'person': {'birthDate': '2015-01-01'},"
                + " 'responsible': [{'caseId': '" + mother + "', 'relation': 'parent'}]";

        Answer answer =
                sent(line(newKey(), form, 2, child), line(newKey(), form, 1, "'caseId': '" + mother + "', " + REST));

        assertThat(answer.results()).doesNotContain("refused");
    }
}
