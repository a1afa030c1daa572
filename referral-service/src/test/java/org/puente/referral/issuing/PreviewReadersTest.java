package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.platform.testing.Tokens;
import org.puente.referral.referrals.CuriousSlice;

/** Who is shown a preview, how much of it, and what is kept of that. */
@QuarkusTest
class PreviewReadersTest extends CuriousSlice {
    private static ValidatableResponse preview(String institution, CaseId id, OfferPublished offer, String more) {
        return get(institution, "/v1/cases/" + id + "/preview?offerId=" + offer.offerId() + more);
    }

    private static ValidatableResponse preview(String institution, Known known, OfferPublished offer) {
        return preview(institution, known.person().caseId(), offer, "");
    }

    @Test
    void whoWasSentAFieldIsShownThatFieldAlone() {
        Known known = known();
        OfferPublished greedy = offer(ACCOMPLICE, DossierField.GIVEN_NAMES, DossierField.PHONES);
        ValidatableResponse preview = preview(CURIOUS, known, greedy)
                .statusCode(200)
                .body("fields.name", contains("givenNames"))
                .body("leftOut.name", contains("phones"))
                .body("leftOut[0].text", containsString(OWNER))
                .body("missing", empty())
                .body("problems.code", contains("fields-wait-for-owner"));
        assertThat(preview.extract().asString()).doesNotContain("phones-" + known.mark());
    }

    @Test
    void theOwnerSeesWhatARedirectThatWaitsWouldSend() {
        Known known = known();
        OfferPublished greedy = offer(ACCOMPLICE, DossierField.GIVEN_NAMES, DossierField.PHONES);
        redirect(CURIOUS, known.referral(), greedy);
        CaseId id = known.person().caseId();
        preview(OWNER, id, greedy, "&partOf=" + known.referral())
                .statusCode(200)
                .body("possible", equalTo(true))
                .body("fields.name", contains("givenNames", "phones"));
        preview(OWNER, id, offer(ACCOMPLICE, DossierField.PHONES), "&partOf=" + known.referral())
                .statusCode(422)
                .body("errors[0].code", equalTo("no-such-redirect"));
        preview(CURIOUS, id, greedy, "&partOf=" + known.referral()).statusCode(404); // it is out of the case
    }

    @Test
    void aStrangerLearnsNothing() {
        Known known = known();
        preview("gtm-stranger", known, known.offer()).statusCode(404);
        preview("gtm-stranger", known.person().caseId(), known.offer(), "&partOf=" + known.referral())
                .statusCode(404);
    }

    @Test
    void anOfferThatTheCallerMayNotSeeLooksAsIfThereWereNone() {
        Known known = known();
        OfferPublished shelter = offer(ACCOMPLICE, "shelter", true, DossierField.RESTRICTED);
        assertUnknown(
                Tokens.of("gtm", OWNER, "case-manager"),
                known,
                shelter.offerId().value());
        assertUnknown(token(OWNER), known, "gtm-nothing");
    }

    @Test
    void thePreviewOfNoOfferIsRefused() {
        Known known = known();
        for (String query : List.of("", "?offerId=NO%20ID")) {
            get(OWNER, "/v1/cases/" + known.person().caseId() + "/preview" + query)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/offerId"));
        }
    }

    @Test
    void everyReadingIsAudited() {
        Known known = known();
        preview(OWNER, known, offer(ACCOMPLICE, DossierField.PHONES)).statusCode(200);
        String auditor = Tokens.of("gtm", OWNER, "auditor");
        given().auth()
                .oauth2(auditor)
                .queryParam("action", "referral.previewed")
                .queryParam("subject", known.person().caseId().toString())
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].fields", hasItem("phones"))
                .body("items[0].fields", not(hasItem("givenNames")));
    }

    private static void assertUnknown(String token, Known known, String offer) {
        given().auth()
                .oauth2(token)
                .queryParam("offerId", offer)
                .get("/v1/cases/{id}/preview", known.person().caseId().toString())
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-offer"));
    }
}
