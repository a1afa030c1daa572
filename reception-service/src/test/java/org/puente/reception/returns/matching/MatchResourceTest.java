package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Tokens;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A person comes back without papers; the node proposes whom they may be, and desks decide. */
@QuarkusTest
class MatchResourceTest extends ReceptionTest {
    @Inject
    DueMatches due;

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
    void whoIsTheSameCountsAsOnePerson() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2025-03-01'"));

        Response decided = decide(id(second), onlyMatch(id(second)), "same");

        assertThat(decided.<Boolean>path("linked")).isTrue();
        assertThat(read(id(second)).<String>path("personId")).isEqualTo(first.path("personId"));
        ReturnFact.Amended fact =
                awaitFacts(RETURNS, id(second), ReturnFact.Amended.class, 1).getFirst();
        assertThat(fact.personId()).hasToString(first.path("personId"));
        assertThat(fact.priorReturns()).isEqualTo(1);
    }

    @Test
    void aLinkThatIsMadeAndUndoneLeavesNoTraceButTheAudit() {
        RegistrationForm form = RegistrationForm.filled().with("/person/documents", "[]");
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2025-03-01'"));
        String match = onlyMatch(id(second));
        List<Map<String, Object>> before = matches(id(first)).getList("matches");

        decide(id(second), match, "same");
        decide(id(first), match, "undecided");

        assertThat(read(id(second)).<String>path("personId")).isEqualTo(second.path("personId"));
        assertThat(matches(id(first)).<Map<String, Object>>getList("matches")).isEqualTo(before);
        assertThat(count("select count(*) from person_decision where case_id in ('%s', '%s')"
                        .formatted(id(first), id(second))))
                .isZero();
        assertThat(awaitFacts(RETURNS, id(second), ReturnFact.Amended.class, 2).getLast())
                .satisfies(fact -> assertThat(fact.personId()).hasToString(second.path("personId")))
                .satisfies(fact -> assertThat(fact.priorReturns()).isZero());
        assertThat(count("select count(*) from audit where action = 'match.decided' and subject in ('%s', '%s')"
                        .formatted(id(first), id(second))))
                .isEqualTo(2);
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
    void threeWhoAreLinkedThroughOneAreOne() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2024-06-01'"));
        String between = onlyMatch(id(second));
        Response third = register(form.with("/returnedOn", "'2024-09-01'"));
        decide(id(second), between, "same");

        String toThird = matches(id(third)).getString("matches[0].matchId");
        decide(id(third), toThird, "same");

        assertThat(read(id(third)).<String>path("personId")).isEqualTo(first.path("personId"));
        decide(id(second), between, "not-the-same");
        assertThat(List.of(
                        read(id(first)).<String>path("personId"),
                        read(id(second)).<String>path("personId")))
                .doesNotHaveDuplicates();
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
    void twoInstitutionsLinkTheirPeopleWhenBothSaySo() {
        RegistrationForm form = RegistrationForm.filled();
        Response theirs = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns");
        Response own = register(form.with("/receptionPoint", "'gtm-fag'").with("/returnedOn", "'2025-06-01'"));
        String match = onlyMatch(id(own));

        assertThat(decide(id(own), match, "same").<Boolean>path("linked")).isFalse();
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(own.path("personId"));

        Response agreed =
                by("gtm-other").body("{\"decision\": \"same\"}").put("/v1/returns/" + id(theirs) + "/matches/" + match);
        assertThat(agreed.<Boolean>path("linked")).isTrue();
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(theirs.path("personId"));

        decide(id(own), match, "not-the-same");
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(own.path("personId"));
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

    @Test
    void theTableOfMatchingHoldsNoName() {
        RegistrationForm form = RegistrationForm.filled();
        String caseId = id(register(form));

        assertThat(count("select count(*) from person_match where case_id = '" + caseId + "'"))
                .isOne();
        assertThat(count("select count(*) from person_match match where cast(match as text) ~* 'zenaida|quetzal'"
                        + " or encode(sealed, 'escape') ~* 'zenaida|quetzal|1991-03-14'"))
                .isZero();
    }

    @Test
    void aCaseOfBeforeThereWasMatchingIsFoundOnceItIsStored() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        execute("delete from person_match where case_id = '" + first + "'");
        execute("update return_case set match_due = true where case_id = '" + first + "'");
        assertThat(matches(id(register(form.with("/returnedOn", "'2026-01-01'"))))
                        .getList("matches"))
                .isEmpty();

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(matches(id(register(form.with("/returnedOn", "'2026-06-01'"))))
                        .<String>getList("matches.caseId"))
                .contains(first);
    }

    @Test
    void afterTheSecretWasReplacedEverybodyIsStoredAnew() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        execute("update person_match set key = 'zz-former', tags = '{}', sealed = '\\x00112233445566778899aabbccddeeff'"
                + " where case_id = '" + first + "'");

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(count("select count(*) from person_match where key = 'zz-former'"))
                .isZero();
        assertThat(matches(id(register(form))).<String>getList("matches.caseId"))
                .contains(first);
    }

    @Test
    void erasingAReturnErasesItsMatchesAndDecisions() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        Response second = register(form);
        decide(first, onlyMatch(first), "not-the-same");

        intake().delete("/v1/returns/" + id(second) + "/consents/" + second.path("consentId"));
        intake().header("If-Match", "*")
                .delete("/v1/returns/" + id(second))
                .then()
                .statusCode(204);

        assertThat(count("select count(*) from person_match where case_id = '" + id(second) + "'"))
                .isZero();
        assertThat(matches(first).getList("matches")).isEmpty();
    }

    private static String id(Response registered) {
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered.path("caseId");
    }

    private static Response read(String caseId) {
        return intake().get("/v1/returns/" + caseId);
    }

    private static JsonPath matches(String caseId) {
        return intake().get("/v1/returns/" + caseId + "/matches").jsonPath();
    }

    private static String onlyMatch(String caseId) {
        List<String> all = matches(caseId).getList("matches.matchId");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Response decide(String caseId, String match, String decision) {
        return intake().body("{\"decision\": \"%s\"}".formatted(decision))
                .put("/v1/returns/" + caseId + "/matches/" + match);
    }
}
