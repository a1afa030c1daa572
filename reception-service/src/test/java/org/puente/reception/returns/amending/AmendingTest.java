package org.puente.reception.returns.amending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class AmendingTest extends ReceptionTest {

    @Test
    void showsItsInstitutionAllThatWasRecorded() throws Exception {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response read = read(register(form).path("caseId"));
        JsonNode shown = Json.mapper().readTree(read.asString());
        JsonNode recorded = Json.mapper().readTree(form.json());

        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        recorded.properties().stream()
                .filter(field -> !field.getKey().equals("consent"))
                .forEach(field ->
                        assertThat(shown.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void writesDownWhoReadAReturn() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        read(caseId);

        Response audit =
                intake().auth().oauth2(Tokens.of("gtm", "gtm-audit", "auditor")).get("/v1/audit?subject=" + caseId);

        assertThat(audit.<String>path("items[0].action")).isEqualTo("return.read");
        assertThat(audit.<String>path("items[0].institution")).isEqualTo("gtm-igm");
    }

    @Test
    void publishesTheWholeStateUnderTheNextVersion() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        Response amended = patch(caseId, "\"1\"", "{\"skills\": [\"welding\"], \"household\": null}");

        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
        assertThat(amended.header("ETag")).isEqualTo("\"2\"");
        ReturnFact.Amended fact =
                awaitFacts(RETURNS, caseId, ReturnFact.Amended.class, 1).getFirst();
        assertThat(fact.version()).isEqualTo(2);
        assertThat(fact.skills()).containsExactly("welding");
        assertThat(fact.household()).isNull();
        assertThat(fact.nationality()).isEqualTo("HND");
    }

    @Test
    void sealsTheDossierAnewUnderItsId() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        patch(caseId, "\"1\"", "{\"person\": {\"phones\": []}}");
        awaitEmptyOutbox();

        List<String> ids = dossiers(caseId, ConsentPurpose.REFERRAL).stream()
                .map(record -> record.key())
                .toList();

        assertThat(ids).hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Juan Pérez López\": null}",
                "{\"person\": {\"Juan Pérez López\": null}}",
                "{\"skills\": [], \"Juan Pérez López\": null}"
            })
    void refusesANameThatIsUnknownAlsoWhereItIsToBeRemoved(String patch) {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        assertThat(patch(caseId, "\"1\"", patch).statusCode()).isEqualTo(400);
        assertThat(intake().auth()
                        .oauth2(Tokens.of("gtm", "gtm-audit", "auditor"))
                        .get("/v1/audit?action=return.amended&subject=" + caseId)
                        .asString())
                .doesNotContain("Juan");
    }

    @Test
    void publishesNothingWhereNothingChanges() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        Response amended = patch(caseId, "\"1\"", "{\"will\": \"forced\"}");

        assertThat(amended.header("ETag")).isEqualTo("\"1\"");
        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.Amended.class)).isEmpty();
    }

    @Test
    void refusesAChangeToAStaleCopy() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        patch(caseId, "\"1\"", "{\"skills\": []}");

        assertThat(patch(caseId, "\"1\"", "{\"skills\": [\"welding\"]}").statusCode())
                .isEqualTo(412);
    }

    @Test
    void refusesAChangeWithoutTheVersionItIsMadeTo() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        Response response =
                intake().contentType("application/merge-patch+json").body("{}").patch("/v1/returns/" + caseId);

        assertThat(response.statusCode()).isEqualTo(428);
    }

    @Test
    void namesTheFieldOfAPatchThatIsWrong() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        assertThat(pointer(patch(caseId, "\"1\"", "{\"caseId\": \"x\"}"))).isEqualTo("/caseId");
        assertThat(pointer(patch(caseId, "\"1\"", "{\"person\": {\"sex\": 1}}")))
                .isEqualTo("/person/sex");
        assertThat(pointer(patch(caseId, "\"1\"", "{\"person\": {\"givenNames\": null, \"familyNames\": null}}")))
                .isEqualTo("/person/givenNames");
        assertThat(pointer(patch(caseId, "\"1\"", "{\"consent\": {}}"))).isEqualTo("/consent");
        assertThat(patch(caseId, "\"1\"", "[]").statusCode()).isEqualTo(400);
        assertThat(patch(caseId, "\"1\"", "").statusCode()).isEqualTo(400);
    }

    @Test
    void asksForAGuardiansConsentBeforeAPersonBecomesAChild() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        Response response = patch(caseId, "*", "{\"person\": {\"birthDate\": \"2015-01-01\"}}");

        assertThat(response.statusCode()).isEqualTo(422);
    }

    @Test
    void knowsThePersonByADocumentThatIsBroughtLater() {
        String dui = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled();
        String caseId = register(form.with("/returnedOn", "'2025-02-02'")).path("caseId");
        String person = register(form.with("/returnedOn", "'2025-01-02'").document("dui", dui))
                .path("personId");

        Response amended = patch(caseId, "\"1\"", documents(dui));

        assertThat(amended.<String>path("personId")).isEqualTo(person);
        assertThat(awaitFacts(RETURNS, caseId, ReturnFact.Amended.class, 1).getFirst())
                .satisfies(fact -> assertThat(fact.personId()).hasToString(person))
                .satisfies(fact -> assertThat(fact.priorReturns()).isEqualTo(1));
    }

    @Test
    void partsFromAPersonForWhomAMisreadNumberWasTaken() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String other = register(form).path("personId");
        String caseId = register(form).path("caseId");

        Response amended = patch(caseId, "\"1\"", documents(RegistrationForm.dui()));

        assertThat(amended.<String>path("personId")).isNotEqualTo(other);
    }

    @Test
    void keepsThePersonWhoseOwnNumberWasMisread() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response registered = register(form);

        Response amended = patch(registered.path("caseId"), "\"1\"", documents(RegistrationForm.dui()));

        assertThat(amended.<String>path("personId")).isEqualTo(registered.path("personId"));
        assertThat(register(form).<String>path("personId")).isNotEqualTo(registered.path("personId"));
    }

    @Test
    void keepsANumberThatWasMisreadOfOneForThePersonWhoseItIs() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String caseId = register(form).path("caseId");
        String owner = register(form).path("personId");

        patch(caseId, "\"1\"", documents(RegistrationForm.dui()));

        assertThat(register(form).<String>path("personId")).isEqualTo(owner);
    }

    @Test
    void knowsThePersonOnceAMistypedBirthDateIsCorrected() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String person = register(form).path("personId");
        String caseId = register(form.with("/person/birthDate", "'1991-03-15'")).path("caseId");

        Response amended = patch(caseId, "\"1\"", "{\"person\": {\"birthDate\": \"1991-03-14\"}}");

        assertThat(amended.<String>path("personId")).isEqualTo(person);
    }

    @Test
    void partsFromAPersonWhoTurnsOutToBeSomebodyElse() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String person = register(form).path("personId");
        String caseId = register(form).path("caseId");

        Response amended =
                patch(caseId, "\"1\"", "{\"person\": {\"givenNames\": \"Bernardo\", \"familyNames\": \"Ruiz\"}}");

        assertThat(amended.<String>path("personId")).isNotEqualTo(person);
        assertThat(amended.<List<String>>path("warnings.code")).contains("document-of-somebody-else");
        assertThat(register(form).<String>path("personId")).isEqualTo(person);
    }

    @Test
    void keepsThePersonWhoseNationalityIsCorrected() {
        RegistrationForm form = RegistrationForm.filled().document("passport", "P" + RegistrationForm.dui());
        String before = register(form).path("personId");
        String caseId = register(form).path("caseId");

        Response amended = patch(caseId, "\"1\"", "{\"person\": {\"nationality\": \"HND\"}}");

        assertThat(amended.<String>path("personId")).isEqualTo(before);
    }

    @Test
    void hidesAReturnFromAnotherInstitution() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        assertThat(by("gtm-other").get("/v1/returns/" + caseId).statusCode()).isEqualTo(404);
    }

    @Test
    void knowsNothingUnderAnotherId() {
        assertThat(read(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    private static Response read(String caseId) {
        return intake().get("/v1/returns/" + caseId);
    }

    private static String documents(String dui) {
        return "{\"person\": {\"documents\": [{\"kind\": \"dui\", \"number\": \"" + dui + "\"}]}}";
    }

    private static Response patch(String caseId, String etag, String body) {
        return intake().contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch("/v1/returns/" + caseId);
    }

    private static String pointer(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        return response.path("errors[0].pointer");
    }
}
