package org.puente.reception.returns.consents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.puente.contracts.AnswerWithin;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A consent that was explained in the person's language, for one recipient, from the text to its withdrawal. */
@QuarkusTest
class ExplainedConsentTest extends ReceptionTest {
    private static final NodeId GTM = new NodeId("gtm");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String FOR_ONE = """
        {'purposes': ['referral'], 'scope': ['gtm-other'], 'givenBy': 'self', 'validUntil': '2099-12-31',
         'language': 'mam', 'textVersion': 'puente-consent-1'}\
        """;

    private static ValidatableResponse text(String query) {
        return intake().urlEncodingEnabled(false)
                .get("/v1/consent-texts?" + query)
                .then();
    }

    private static Response registered() {
        return register(RegistrationForm.filled().with("/consent", FOR_ONE));
    }

    /** From where nobody else uses up the tries. */
    private static RequestSpecification asking() {
        return given().header("X-Forwarded-For", "10.6.0." + ADDRESSES.incrementAndGet());
    }

    private static ValidatableResponse status(Response registered, String language) {
        return asking().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Map.of("code", registered.<String>path("statusCode"), "birthYear", 1991))
                .post("/v1/status")
                .then();
    }

    @Test
    void theTextNamesWhoAsksWhatForAndWhoMayGetData() {
        text("purposes=referral,follow-up&scope=gtm-other&validUntil=2027-01-15&language=es")
                .statusCode(200)
                .body("textVersion", equalTo("puente-consent-1"))
                .body("language", equalTo("es"))
                .body("recipients", contains("Institución gtm-other"))
                .body("paragraphs[0]", containsString("Institución gtm-igm le pide permiso"))
                .body("paragraphs", hasItem(containsString("15 de enero de 2027")));
    }

    @Test
    void theTextIsInTheLanguageOfTheRequestUnlessAnotherIsAskedFor() {
        text("purposes=referral&scope=node").statusCode(200).body("language", equalTo("en"));
        intake().header("Accept-Language", "es")
                .get("/v1/consent-texts?purposes=statistics&purposes=referral&scope=region&givenBy=guardian")
                .then()
                .body("language", equalTo("es"))
                .body("paragraphs", hasItem(containsString("como madre, padre o tutor")));
    }

    @Test
    void nobodyIsAskedToAgreeToARecipientWithoutAName() {
        text("purposes=referral&scope=gtm-other,gtm-nobody")
                .statusCode(422)
                .body("type", equalTo("urn:puente:problem:recipient-unknown"))
                .body("detail", containsString("gtm-nobody"));
    }

    @Test
    void aTextForNothingOrNobodyIsRefused() {
        for (String query : List.of(
                "scope=node",
                "purposes=referral",
                "purposes=all&scope=node",
                "purposes=referral&scope=NO",
                "purposes=referral&scope=node&givenBy=me",
                "purposes=referral&scope=node&language=mam",
                "purposes=referral&scope=node&validUntil=tomorrow")) {
            text(query).statusCode(400);
        }
    }

    @Test
    void howItWasExplainedIsKeptAndNotPublished() {
        Response registered = registered();
        String id = registered.path("caseId");
        intake().get("/v1/returns/" + id)
                .then()
                .body("consents[0].language", equalTo("mam"))
                .body("consents[0].textVersion", equalTo("puente-consent-1"))
                .body("consents[0].scope", contains("gtm-other"));
        awaitFacts(RETURNS, id, ReturnFact.ConsentRecorded.class, 1);
        assertThat(Wire.dump(RETURNS).stream().filter(record -> record.key().equals(id)))
                .noneMatch(record -> record.value().contains("textVersion"));
    }

    @Test
    void clientsThatRecordNoLanguageAreAsBefore() {
        Response registered = register(RegistrationForm.filled());
        intake().get("/v1/returns/" + registered.path("caseId"))
                .then()
                .body("consents[0]", not(hasKey("language")))
                .body("consents[0]", not(hasKey("textVersion")));
    }

    @Test
    void aTextOfOursThatThereIsNotIsRefusedAndAFormOfTheInstitutionIsNot() {
        register(RegistrationForm.filled().with("/consent", FOR_ONE.replace("consent-1", "consent-99")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/consent/textVersion"));
        register(RegistrationForm.filled().with("/consent", FOR_ONE.replace("puente-consent-1", "IGM.F-7_2026")))
                .then()
                .statusCode(201);
        register(RegistrationForm.filled().with("/consent", FOR_ONE.replace("mam", "Mam")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/consent/language"));
    }

    @Test
    void thePersonIsShownWhatTheyAgreedTo() {
        status(registered(), "es")
                .statusCode(200)
                .body(
                        "consent.given",
                        contains("Usted permitió este uso de sus datos: canalizarle a servicios. Los pueden recibir:"
                                + " otra institución. Hasta el 31 de diciembre de 2099."));
    }

    @Test
    void theStatusPageShowsItToo() {
        Response registered = registered();
        assertThat(asking().contentType(ContentType.URLENC)
                        .formParam("lang", "en")
                        .formParam("code", registered.<String>path("statusCode"))
                        .formParam("birthYear", "1991")
                        .post("/status")
                        .asString())
                .contains("You agreed to this use of your data: to refer you to services.", "another institution");
    }

    @Test
    void anInstitutionByWhichThePersonCouldBeFoundIsNotShown() {
        publishRefuge();
        Response registered =
                register(RegistrationForm.filled().with("/consent", FOR_ONE.replace("gtm-other", "gtm-refuge")));
        text("purposes=referral&scope=gtm-refuge").body("recipients", contains("Refugio"));
        status(registered, "en")
                .body("consent.given[0]", containsString("another institution"))
                .body("consent.given[0]", not(containsString("Refugio")));
    }

    /** The page names whoever has no restricted offer, so that the offer has to be here too. */
    private static void publishRefuge() {
        InstitutionId refuge = new InstitutionId("gtm-refuge");
        settled(Wire.publish("gtm", "registry", institution(refuge)), Wire.publish("gtm", "registry", shelter(refuge)));
    }

    private static InstitutionPublished institution(InstitutionId refuge) {
        return new InstitutionPublished(
                refuge,
                GTM,
                "Refugio",
                InstitutionKind.CIVIL_SOCIETY,
                List.of(),
                List.of(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    private static OfferPublished shelter(InstitutionId refuge) {
        Duration day = Duration.ofDays(1);
        return new OfferPublished(
                new OfferId("gtm-refuge-shelter"),
                refuge,
                GTM,
                new LocalizedText("Refugio", "Refuge"),
                Level.INDIVIDUAL,
                Dimension.SOCIAL,
                "shelter",
                Eligibility.ANYONE,
                List.of(),
                List.of(),
                new AnswerWithin(day, day, day),
                List.of("spa"),
                List.of(),
                null,
                null,
                true,
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    @Test
    void aConsentForOneRecipientIsWithdrawnWithoutTheOther() {
        Response registered = registered();
        String id = registered.path("caseId");
        String second = UUID.randomUUID().toString();
        intake().body("{\"purposes\": [\"statistics\"], \"scope\": [\"node\"], \"givenBy\": \"self\","
                        + " \"language\": \"spa\"}")
                .put("/v1/returns/" + id + "/consents/" + second)
                .then()
                .statusCode(201)
                .body("language", equalTo("spa"));
        intake().delete("/v1/returns/" + id + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
        assertThat(awaitFacts(RETURNS, id, ReturnFact.ConsentWithdrawn.class, 1)
                        .getFirst()
                        .scope())
                .containsExactly("gtm-other");
        awaitEmptyOutbox();
        assertThat(dossiers(id, ConsentPurpose.REFERRAL).getLast().value()).doesNotContain("\"jwe\"");
        status(registered, "en")
                .body("consent.given", contains(containsString("to count people, without your name")))
                .body("advice", not(nullValue()));
    }

    @Test
    void anotherInstitutionReadsNoConsentOfTheCase() {
        Response registered = registered();
        by("gtm-other").get("/v1/returns/" + registered.path("caseId")).then().statusCode(404);
    }
}
