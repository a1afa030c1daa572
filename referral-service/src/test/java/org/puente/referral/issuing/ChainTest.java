package org.puente.referral.issuing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.testing.Tokens;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;
import org.puente.referral.Tables;

@QuarkusTest
class ChainTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    private static ValidatableResponse tree(Arrived person) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/referrals", person.caseId().toString())
                .then();
    }

    @Inject
    DataSource database;

    /** A redirect to an offer that the directory does not have yet is followed by nobody. */
    private void isKnown(OfferPublished offer) {
        await().atMost(SOON).until(() -> Tables.has(database, offer));
    }

    private String redirected(Arrived person, OfferPublished first, OfferPublished second) {
        isKnown(second);
        String referral = issued(person, first);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        addFact(RECIPIENT, referral, "redirected", "offerId", second.offerId().value())
                .statusCode(200);
        await().atMost(SOON).until(() -> "redirected".equals(status(referral)));
        return referral;
    }

    @Test
    void aRedirectIsFollowedByTheIssuer() {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        redirected(person, first, second);
        await().atMost(SOON)
                .untilAsserted(() -> tree(person)
                        .body("referrals", hasSize(1))
                        .body(
                                "referrals[0].next[0].referral.offerId",
                                equalTo(second.offerId().value())));
    }

    @Test
    void aRedirectNamesTheReferralThatFollowed() {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = redirected(person, first, second);
        await().atMost(SOON)
                .until(() -> read(RegionFacts.RECEPTION.value(), referral)
                                .extract()
                                .path("facts.find { it.type == 'redirected' }.next")
                        != null);
    }

    @Test
    void aRedirectWaitsForWhomeverIsReferringTheSameCase() throws Exception {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        isKnown(second);
        String referral = issued(person, first);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        String held = "select 1 from case_file where case_id = '%s' for update";
        CompletableFuture<ValidatableResponse> redirect;
        try (Rows.Held desk = Rows.hold(held.formatted(person.caseId()))) {
            redirect = CompletableFuture.supplyAsync(() -> addFact(
                    RECIPIENT,
                    referral,
                    "redirected",
                    "offerId",
                    second.offerId().value()));
            await().atMost(SOON).until(desk::isWaitedFor);
        }
        redirect.join().statusCode(200);
        tree(person).body("referrals[0].next", hasSize(1));
    }

    @Test
    void aRestrictedServiceIsNotHandedOnAcrossABorder() {
        Arrived person = arrived();
        OfferPublished first = published(OfferStates.restricted(RegionFacts.offer(offerId("gtm"), null, LONG)));
        OfferPublished abroad = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        redirected(person, first, abroad);
        OfferPublished home = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        issued(person, home); // the node has meanwhile gone through everything that came before
        tree(person).body("referrals.findAll { it.next.size() > 0 }", hasSize(0));
    }

    @Test
    void severalServicesOfOneCaseRunSideBySide() {
        Arrived person = arrived();
        issued(person, published(RegionFacts.offer(offerId("gtm"), null, LONG)));
        issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        tree(person).body("referrals", hasSize(2));
    }

    /** Else whoever redirects again and again keeps a person waiting for good. */
    @Test
    void aRedirectBackToAnOfferOfItsChainIsForPeopleToFollow() {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        redirected(person, first, second);
        await().atMost(SOON).until(() -> followed(person) != null);
        addFact(
                        RECIPIENT,
                        followed(person),
                        "redirected",
                        "offerId",
                        first.offerId().value())
                .statusCode(200);
        tree(person).body("referrals[0].next[0].next", hasSize(0));
    }

    /** Null where nothing follows the first referral yet. */
    private static String followed(Arrived person) {
        return tree(person).extract().path("referrals[0].next[0].referral.referralId");
    }
}
