package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.LegalBasis;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Law, reasons and conditions of a return, earlier work and studies. */
@QuarkusTest
class BackgroundTest extends ReceptionTest {
    private static final String BACKGROUND = """
            {'legalProvision': 'us-title-8-expedited-removal', 'reasons': ['sent-back', 'family'],
             'conditions': {'detainedDays': 40, 'separatedFrom': ['children'], 'belongingsLost': ['tools', 'money'],
                            'debt': {'band': '5000-9999', 'owedTo': 'smuggler'}},
             'work': [{'isco': '71', 'years': 8, 'where': 'USA'}, {'isco': '61'}],
             'studies': {'level': '2', 'finished': true}}""";

    @Inject
    NodeKeys keys;

    private static RegistrationForm form() {
        return RegistrationForm.filled().with("/background", BACKGROUND);
    }

    private static String registered(RegistrationForm form) {
        Response answer = register(form);
        answer.then().statusCode(201);
        return answer.path("caseId");
    }

    private static List<String> warnings(RegistrationForm form) {
        return register(form).then().statusCode(201).extract().path("warnings.code");
    }

    private JsonNode dossier(String caseId, ConsentPurpose purpose) {
        String value = dossiers(caseId, purpose).getLast().value();
        return Json.read(Seal.open(Json.read(value, DossierFact.Sealed.class).jwe(), keys.own()), JsonNode.class);
    }

    @Test
    void theOwnInstitutionSeesAllOfIt() {
        intake().get("/v1/returns/" + registered(form()))
                .then()
                .statusCode(200)
                .body("background.legalProvision", equalTo("us-title-8-expedited-removal"))
                .body("background.conditions.debt.band", equalTo("5000-9999"))
                .body("background.conditions.detainedDays", equalTo(40))
                .body("background.work.isco", contains("71", "61"))
                .body("background.studies.level", equalTo("2"));
    }

    @Test
    void noFactHoldsIt() {
        String id = registered(form());
        awaitRegistered(id);
        assertThat(Wire.dump(RETURNS).stream()
                        .filter(record -> record.key().equals(id))
                        .map(record -> record.value()))
                .isNotEmpty()
                .noneMatch(fact -> fact.contains("smuggler")
                        || fact.contains("5000")
                        || fact.contains("detained")
                        || fact.contains("isco")
                        || fact.contains("title-8"));
    }

    @Test
    void earlierWorkAndStudiesAreInTheDossierForReferralsAlone() {
        String id = registered(form());
        awaitRegistered(id);
        awaitEmptyOutbox();
        JsonNode forReferrals = dossier(id, ConsentPurpose.REFERRAL);
        assertThat(forReferrals.path("work").path(0).path("isco").asText()).isEqualTo("71");
        assertThat(forReferrals.path("studies").path("level").asText()).isEqualTo("2");
        assertThat(forReferrals.toString()).doesNotContain("smuggler", "detained", "sent-back", "title-8");
        assertThat(dossier(id, ConsentPurpose.FOLLOW_UP).has("work")).isFalse();
    }

    @Test
    void theActFollowsFromTheProvisionWhereTheDeskNamedNone() {
        assertThat(awaitRegistered(registered(form().without("/legalBasis"))).legalBasis())
                .isEqualTo(LegalBasis.REMOVAL);
        assertThat(awaitRegistered(registered(form().with("/legalBasis", "'deportation'")))
                        .legalBasis())
                .isEqualTo(LegalBasis.DEPORTATION);
    }

    @Test
    void aProvisionThatDoesNotFitIsWarnedOfAndRegistered() {
        assertThat(warnings(form().with("/background", "{'legalProvision': 'us-title-42'}")))
                .contains("provision-ended");
        assertThat(warnings(form().with("/background", "{'legalProvision': 'us-title-42'}")
                        .with("/returnedOn", "'2023-05-11'")))
                .doesNotContain("provision-ended");
        assertThat(warnings(form().with("/background", "{'legalProvision': 'mex-assisted-return'}")))
                .contains("provision-of-another-country");
    }

    @Test
    void whatIsNoCodeIsRefusedByName() {
        register(form().with("/background", "{'legalProvision': 'title-8', 'work': [{'isco': '71'}]}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/background/legalProvision"));
        register(form().with("/background", "{'work': [{'isco': '77'}, {'isco': '711'}]}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/background/work/1/isco"));
        register(form().with("/background", "{'work': [{'isco': '77'}]}"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("isco-unknown"));
    }

    @Test
    void aDeskAmendsAPartOfIt() {
        String id = registered(form());
        String etag = intake().get("/v1/returns/" + id).header("ETag");
        intake().contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"background\": {\"conditions\": {\"debt\": null}, \"studies\": {\"level\": \"3\"}}}")
                .patch("/v1/returns/" + id)
                .then()
                .statusCode(200)
                .body("background.conditions.detainedDays", equalTo(40))
                .body("background.conditions", not(hasKey("debt")))
                .body("background.studies.level", equalTo("3"));
    }

    @Test
    void aRegistrationWithoutItIsAsBefore() {
        intake().get("/v1/returns/" + registered(RegistrationForm.filled()))
                .then()
                .body("$", not(hasKey("background")));
    }

    @Test
    void theCodesHaveLabelsInTheLanguageOfTheRequest() {
        intake().header("Accept-Language", "es")
                .get("/v1/codes")
                .then()
                .statusCode(200)
                .body("language", equalTo("es"))
                .body("lists.'legal-provision'.find { it.code == 'us-title-42' }.label", containsString("Título 42"))
                .body("lists.occupation.find { it.code == '71' }.label", containsString("construcción"))
                .body("lists.'help-kind'.find { it.code == 'food' }.label", equalTo("Alimentos"));
        intake().get("/v1/codes")
                .then()
                .body("lists.purpose.code", contains("referral", "follow-up", "statistics"))
                .body("lists.country.find { it.code == 'HND' }.label", equalTo("Honduras"));
    }
}
