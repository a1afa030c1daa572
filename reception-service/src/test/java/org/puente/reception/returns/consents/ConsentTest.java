package org.puente.reception.returns.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class ConsentTest extends ReceptionTest {
    private static final String TERMS = """
        {"purposes": ["referral"], "scope": ["mex-stps"], "givenBy": "self"}
        """;
    private static final String LONGER = """
        {"purposes": ["referral"], "scope": ["mex-stps"], "givenBy": "self",
         "validUntil": "2098-01-01"}
        """;

    @Test
    void recordsAConsentUnderTheCallersId() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String id = UUID.randomUUID().toString();

        Response recorded = put(caseId, id, TERMS, null);

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(recorded.header("ETag")).isEqualTo("\"2\"");
        assertThat(awaitFacts(RETURNS, caseId, ReturnFact.ConsentRecorded.class, 2)
                        .getLast())
                .satisfies(fact -> assertThat(fact.consentId()).hasToString(id))
                .satisfies(fact -> assertThat(fact.scope()).containsExactly("mex-stps"));
    }

    @Test
    void publishesNothingNewWhereTheTermsAreTheSame() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String id = UUID.randomUUID().toString();
        put(caseId, id, TERMS, null);

        Response again = put(caseId, id, TERMS, null);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.ConsentRecorded.class))
                .hasSize(2);
    }

    @Test
    void extendsAConsentForWhoHasReadTheReturn() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        String id = registered.path("consentId");

        assertThat(put(caseId, id, LONGER, null).statusCode()).isEqualTo(428);
        assertThat(put(caseId, id, LONGER, "\"7\"").statusCode()).isEqualTo(412);
        assertThat(put(caseId, id, LONGER, "\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void withdrawsAConsentOnceHoweverOftenItIsAsked() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");

        assertThat(withdraw(caseId, registered.path("consentId"))).isEqualTo(204);
        assertThat(withdraw(caseId, registered.path("consentId"))).isEqualTo(204);
        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.ConsentWithdrawn.class))
                .hasSize(1);
    }

    @Test
    void erasesTheDossierWithTheLastConsentThatLetItBe() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        withdraw(caseId, registered.path("consentId"));
        awaitEmptyOutbox();

        assertThat(dossiers(caseId)).containsExactly("org.puente.dossier.sealed.v1", "org.puente.dossier.erased.v1");
    }

    @Test
    void keepsTheDossierWhileAnotherConsentLetsItBe() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        put(caseId, UUID.randomUUID().toString(), TERMS, null);
        withdraw(caseId, registered.path("consentId"));
        awaitEmptyOutbox();

        assertThat(dossiers(caseId)).doesNotContain("org.puente.dossier.erased.v1");
    }

    @Test
    void erasesTheDossierWhenTheLastDayOfTheLastConsentIsOver() {
        String caseId = registeredUntil(today());
        inDays(1);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(dossiers(caseId))
                        .containsExactly("org.puente.dossier.sealed.v1", "org.puente.dossier.erased.v1"));
    }

    @Test
    void keepsTheDossierWhenTheLastDayOfOneConsentIsOverAndAnotherLetsItBe() {
        String caseId = registeredUntil(today());
        put(caseId, UUID.randomUUID().toString(), TERMS, null);
        inDays(1);

        awaitEnds(caseId, 1);
        awaitEmptyOutbox();
        assertThat(dossiers(caseId)).doesNotContain("org.puente.dossier.erased.v1");
    }

    @Test
    void keepsTheDossierUntilTheNewLastDayOfAConsentThatWasExtended() {
        Response registered = register(until(today()));
        String caseId = registered.path("caseId");
        put(caseId, registered.path("consentId"), LONGER, "*");
        String over = registeredUntil(today());
        inDays(1);

        awaitEnds(over, 1);
        awaitEmptyOutbox();
        assertThat(dossiers(caseId)).doesNotContain("org.puente.dossier.erased.v1");
    }

    @Test
    void sealsAnewWhenAConsentIsExtendedAfterItsLastDay() {
        Response registered = register(until(today()));
        String caseId = registered.path("caseId");
        inDays(1);
        awaitEnds(caseId, 1);

        assertThat(put(caseId, registered.path("consentId"), LONGER, "*").statusCode())
                .isEqualTo(200);
        awaitEmptyOutbox();
        assertThat(dossiers(caseId))
                .containsExactlyInAnyOrder( // of two dossiers, on partitions of their own
                        "org.puente.dossier.sealed.v1", "org.puente.dossier.erased.v1", "org.puente.dossier.sealed.v1");
    }

    @Test
    void aReturnWhoseLastConsentHasEndedMayBeErased() {
        String caseId = registeredUntil(today());
        inDays(1);
        awaitEnds(caseId, 1);

        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(204);
    }

    private static RegistrationForm until(LocalDate day) {
        return RegistrationForm.filled().with("/consent/validUntil", "'" + day + "'");
    }

    private static String registeredUntil(LocalDate day) {
        return register(until(day)).path("caseId");
    }

    private static void inDays(int days) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(days)), Clock.class);
    }

    private void awaitEnds(String caseId, int ends) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from consent where ended_on is not"
                                + " null and case_id = '"
                                + caseId
                                + "'")
                        == ends);
    }

    @Test
    void neverUsesTheIdOfAnErasedDossierAgain() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        withdraw(caseId, registered.path("consentId"));
        put(caseId, UUID.randomUUID().toString(), TERMS, null);
        awaitEmptyOutbox();

        assertThat(dossiers(caseId, ConsentPurpose.REFERRAL).stream()
                        .map(record -> record.key())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void doesNotBringAWithdrawnConsentBack() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        withdraw(caseId, registered.path("consentId"));

        assertThat(put(caseId, registered.path("consentId"), LONGER, "*").statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesTermsThatAreOverAndNamesTheField() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String over = LONGER.replace("2098", "2019");

        Response response = put(caseId, UUID.randomUUID().toString(), over, null);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo("/validUntil");
    }

    @Test
    void recordsNoNewConsentUnderAConditionThatDoesNotHold() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String id = UUID.randomUUID().toString();

        assertThat(put(caseId, id, TERMS, "\"99\"").statusCode()).isEqualTo(412);
        assertThat(put(caseId, id, TERMS, null).statusCode()).isEqualTo(201);
    }

    @Test
    void knowsNoConsentOfAnotherCase() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String other = register(RegistrationForm.filled()).path("consentId");

        assertThat(withdraw(caseId, other)).isEqualTo(404);
        assertThat(put(caseId, other, TERMS, "*").statusCode()).isEqualTo(404);
    }

    private static Response put(String caseId, String id, String terms, String etag) {
        var request = intake().body(terms);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put("/v1/returns/" + caseId + "/consents/" + id);
    }

    private static int withdraw(String caseId, String id) {
        return intake().delete("/v1/returns/" + caseId + "/consents/" + id).statusCode();
    }

    private static List<String> dossiers(String caseId) {
        return dossiers(caseId, ConsentPurpose.REFERRAL).stream()
                .map(record -> Wire.header(record, "ce_type"))
                .toList();
    }
}
