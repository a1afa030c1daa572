package org.puente.reception.returns.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** What reception seals for those who visit the person, beside what it seals for referrals. */
@QuarkusTest
class VisitDossierTest extends ReceptionTest {
    private static final String SEALED = "org.puente.dossier.sealed.v1";
    private static final String ERASED = "org.puente.dossier.erased.v1";

    @Inject
    NodeKeys keys;

    @Inject
    EarlierCases earlier;

    @Test
    void holdsWhatAVisitNeedsAndNoMore() throws Exception {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String caseId = registered(form).path("caseId");

        assertThat(opened(caseId).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "givenNames",
                        "familyNames",
                        "birthYear",
                        "sex",
                        "phones",
                        "languages",
                        "destination",
                        "household");
    }

    @Test
    void isNotSealedWithoutConsentToBeFollowedUp() {
        String caseId = registered(RegistrationForm.filled().with("/consent/purposes", "['referral']"))
                .path("caseId");

        assertThat(published(caseId)).isEmpty();
        assertThat(dossiers(caseId, ConsentPurpose.REFERRAL)).hasSize(1);
    }

    @Test
    void isSealedAlsoWhereNobodyMayRefer() {
        String caseId = registered(RegistrationForm.filled().with("/consent/purposes", "['follow-up']"))
                .path("caseId");

        assertThat(published(caseId)).containsExactly(SEALED);
        assertThat(dossiers(caseId, ConsentPurpose.REFERRAL)).isEmpty();
    }

    @Test
    void isErasedWithTheConsentToBeFollowedUpThoughThatForReferralsStands() {
        Response registered = registered(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        intake().header("If-Match", "*")
                .body("{\"purposes\": [\"referral\"], \"scope\": [\"node\"], \"givenBy\": \"self\"}")
                .put("/v1/returns/" + caseId + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(200);
        awaitEmptyOutbox();

        assertThat(published(caseId)).containsExactly(SEALED, ERASED);
        assertThat(dossiers(caseId, ConsentPurpose.REFERRAL)).hasSize(2);
    }

    @Test
    void isSealedAnewWithAnAmendment() throws Exception {
        String caseId = registered(RegistrationForm.filled()).path("caseId");
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"person\": {\"phones\": [\"+50211112222\"]}}")
                .patch("/v1/returns/" + caseId)
                .then()
                .statusCode(200);
        awaitEmptyOutbox();

        assertThat(opened(caseId).at("/phones/0").asText()).isEqualTo("+50211112222");
    }

    /** A release that knows no purposes takes the latest for its referrals. */
    @Test
    void isOlderThanTheDossierForReferrals() {
        String caseId = registered(RegistrationForm.filled()).path("caseId");

        assertThat(latest(caseId, ConsentPurpose.FOLLOW_UP).occurredAt())
                .isBefore(latest(caseId, ConsentPurpose.REFERRAL).occurredAt());
    }

    @Test
    void isSealedForCasesOfBeforeThereWasOne() throws Throwable {
        String caseId = registered(RegistrationForm.filled()).path("caseId");
        execute("update return_case set visit_dossier_due = true, visit_dossier_id = null"
                + " where case_id = '%s'".formatted(caseId));
        VertxContextSupport.subscribeAndAwait(earlier::tick);
        VertxContextSupport.subscribeAndAwait(earlier::tick);
        awaitEmptyOutbox();

        assertThat(published(caseId)).containsExactly(SEALED, SEALED);
    }

    private Response registered(RegistrationForm form) {
        Response registered = register(form);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        awaitEmptyOutbox();
        return registered;
    }

    private static List<String> published(String caseId) {
        return dossiers(caseId, ConsentPurpose.FOLLOW_UP).stream()
                .map(record -> Wire.header(record, "ce_type"))
                .toList();
    }

    private static DossierFact.Sealed latest(String caseId, ConsentPurpose purpose) {
        return Json.read(dossiers(caseId, purpose).getLast().value(), DossierFact.Sealed.class);
    }

    private JsonNode opened(String caseId) throws Exception {
        return Json.mapper()
                .readTree(Seal.open(latest(caseId, ConsentPurpose.FOLLOW_UP).jwe(), keys.own()));
    }
}
