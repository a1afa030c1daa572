package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.testing.Tokens;
import org.puente.reception.RegistrationForm;

/** A person comes back without papers; the node proposes whom they may be, and desks decide. */
@QuarkusTest
class MatchResourceTest extends MatchTestBase {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/person/birthDate, '1991-04-14', possible, birth-date-almost",
                "/person/sex, 'unknown', probable, same-birth-date",
                "/destination/municipality, 'Chiantla', probable, same-subdivision",
            })
    void proposesWhoMayBeTheSameAndSaysWhy(String field, String value, String level, String reason) {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));

        Response second = register(form.with(field, value).with("/returnedOn", "'2026-01-02'"));

        assertThat(second.<List<String>>path("warnings.code")).containsExactly("possible-same-person");
        assertThat(second.<String>path("warnings[0].detail")).contains(first);
        JsonPath matches = matches(id(second));
        assertThat(matches.getString("matches[0].caseId")).isEqualTo(first);
        assertThat(matches.getString("matches[0].level")).isEqualTo(level);
        assertThat(matches.<String>getList("matches[0].reasons.code")).contains(reason);
    }

    @Test
    void givesReasonsInTheLanguageOfTheRequest() {
        RegistrationForm form = RegistrationForm.filled();
        register(form);
        String second = id(register(form));

        Response matches = intake().header("Accept-Language", "es").get("/v1/returns/" + second + "/matches");

        assertThat(matches.<List<String>>path("matches[0].reasons.label"))
                .contains("los mismos nombres", "la misma fecha de nacimiento", "el mismo sexo");
    }

    @Test
    void whoBringsADocumentOfAnotherNameMayBeTheSamePersonAllTheSame() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String first = id(register(form));

        Response married =
                register(form.with("/person/familyNames", "'Xirinacs'").with("/returnedOn", "'2026-01-02'"));

        assertThat(married.<List<String>>path("warnings.code")).containsExactly("document-of-somebody-else");
        assertThat(matches(id(married)).getString("matches[0].caseId")).isEqualTo(first);
        assertThat(matches(id(married)).<String>getList("matches[0].reasons.code"))
                .startsWith("same-document", "names-differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z\u0435naida", "Zen\u00adaida", "\u202eZenaida", "ZENAIDA", "Cenayda", "Zena\u0301ida"})
    void findsANameWhateverHidesIt(String written) {
        RegistrationForm form = RegistrationForm.filled();
        String given = form.text("/person/givenNames");
        String first = id(register(form));

        Response second = register(form.with("/returnedOn", "'2026-01-02'")
                .with("/person/givenNames", "'" + given.replace("Zenaida", written) + "'"));

        assertThat(matches(id(second)).<String>getList("matches.caseId")).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد علي", "李小龍", "a b c d e f g h i j k l m n o p q r s t u v w x y z", "ʼʼʼa", "ﷺ 𝕄𝕒"})
    void takesEveryNameThatIsOne(String name) {
        String caseId = id(register(RegistrationForm.filled()
                .with("/person/givenNames", "'" + name + "'")
                .with("/person/familyNames", "'" + "Ñ".repeat(100) + "'")));

        assertThat(read(caseId).<String>path("person.givenNames")).isNotBlank();
    }

    @Test
    void bothDesksSeeTheMatchUnderOneId() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        String second = id(register(form));

        assertThat(matches(first).getString("matches[0].matchId"))
                .isEqualTo(matches(second).getString("matches[0].matchId"));
    }

    @Test
    void aDecisionHoldsForTheNextReturnOfThePersonToo() {
        RegistrationForm form = RegistrationForm.filled();
        String dui = RegistrationForm.dui();
        id(register(form.with("/returnedOn", "'2024-03-01'")));
        String second = id(register(form.with("/returnedOn", "'2025-03-01'").document("dui", dui)));
        decide(second, onlyMatch(second), "not-the-same");

        String third = id(register(form.with("/returnedOn", "'2026-03-01'")));

        assertThat(matches(third).<String>getList("matches.decision")).containsExactly("not-the-same");
    }

    @Test
    void showsNothingOfAnotherInstitutionsRegistrationButThatThereIsOne() {
        RegistrationForm form = RegistrationForm.filled();
        String other = id(by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns"));
        Response own = register(form.with("/receptionPoint", "'gtm-fag'").with("/returnedOn", "'2025-06-01'"));

        Response matches = intake().get("/v1/returns/" + id(own) + "/matches");

        assertThat(own.<List<String>>path("warnings.code")).containsExactly("possible-same-person");
        assertThat(own.asString() + matches.asString()).doesNotContain(other, "gtm-other");
        assertThat(matches.jsonPath().getMap("matches[0]"))
                .containsOnlyKeys("matchId", "ofAnotherInstitution", "reasons", "decision", "linked", "detail");
        assertThat(matches.<List<Object>>path("matches[0].reasons")).isEmpty();
    }

    @Test
    void whoProbesWithHalfAPersonIsNotToldThatAnotherInstitutionKnowsThem() {
        RegistrationForm form = RegistrationForm.filled();
        by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns");

        Response probe = register(form.with("/receptionPoint", "'gtm-fag'")
                .with("/returnedOn", "'2025-06-01'")
                .without("/person/birthDate")
                .with("/person/birthYear", "1991")
                .without("/person/familyNames"));

        assertThat(probe.<List<String>>path("warnings.code")).isEmpty();
        assertThat(matches(id(probe)).getList("matches")).isEmpty();
    }

    @Test
    void nobodyDecidesWithoutTheRoleOrForAnotherInstitution() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        register(form);
        String match = onlyMatch(first);
        String path = "/v1/returns/" + first + "/matches";

        assertThat(by("gtm-other").get(path).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other")
                        .body("{\"decision\": \"same\"}")
                        .put(path + "/" + match)
                        .statusCode())
                .isEqualTo(404);
        assertThat(io.restassured.RestAssured.given()
                        .auth()
                        .oauth2(Tokens.of("gtm", "gtm-igm", "case-manager"))
                        .get(path)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMatchThatIsNoneIsNotFound() {
        String caseId = id(register(RegistrationForm.filled()));

        assertThat(decide(caseId, UUID.randomUUID().toString(), "same").statusCode())
                .isEqualTo(404);
    }
}
