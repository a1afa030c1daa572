package org.puente.referral.webhooks;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** An institution with a system that is called. */
abstract class WebhookSlice extends ReferralServiceTestBase {
    static final String OWN = "gtm-work";

    Receiver receiver;

    @BeforeEach
    void start() {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        List<String> ids = as(OWN).get("/v1/webhooks").then().extract().path("items.id");
        ids.forEach(id -> as(OWN).delete("/v1/webhooks/{id}", id).then().statusCode(204));
        receiver.close();
    }

    static RequestSpecification as(String institution) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .contentType(ContentType.JSON);
    }

    /** Registers the receiver; the answer holds id and secret. */
    JsonPath register() {
        return register(Map.of("url", receiver.url()));
    }

    static JsonPath register(Map<String, Object> wanted) {
        return as(OWN).body(wanted)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static JsonPath read(String webhook) {
        return as(OWN).get("/v1/webhooks/{id}", webhook)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void awaitDisabled(String webhook) {
        await().atMost(SOON).until(() -> !read(webhook).getBoolean("enabled"));
    }

    static List<Map<String, Object>> deliveries(String webhook, String state) {
        return as(OWN).queryParam("state", state)
                .get("/v1/webhooks/{id}/deliveries", webhook)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** A referral from Honduras, acknowledged: two changes in the institution's box. */
    String received() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        return receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
    }

    /** Waits for as many calls about a referral. */
    List<Receiver.Call> calls(String referral, int atLeast) {
        await().atMost(SOON).until(() -> receiver.about(referral).size() >= atLeast);
        return receiver.about(referral);
    }

    static double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    static String metrics() {
        return as(OWN).get(Management.at("/q/metrics")).asString();
    }
}
