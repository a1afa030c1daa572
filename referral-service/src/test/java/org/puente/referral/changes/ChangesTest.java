package org.puente.referral.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

@QuarkusTest
class ChangesTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    @Inject
    DataSource database;

    @Test
    void everyChangeIsListedInItsOrderWithTheStatusThatItLedTo() {
        String cursor = end();
        String id = received();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        addFact(RECIPIENT, id, "started").statusCode(200);

        assertThat(statuses(since(RECIPIENT, cursor), id))
                .containsExactly("issued", "acknowledged", "accepted", "started");
    }

    @Test
    void theSameFactAgainIsNoChange() {
        String id = received();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        String cursor = end();
        addFact(RECIPIENT, id, "accepted").statusCode(200);

        assertThat(statuses(since(RECIPIENT, cursor), id)).isEmpty();
    }

    @Test
    void goesOnFromItsCursorWithoutGapOrDoubling() {
        String cursor = end();
        String id = received();
        addFact(RECIPIENT, id, "accepted").statusCode(200);
        List<String> seen = new ArrayList<>();
        JsonPath page;
        do {
            page = changes(RECIPIENT, cursor, 1).statusCode(200).extract().jsonPath();
            seen.addAll(statuses(page, id));
            cursor = page.getString("next");
        } while (!page.getList("items").isEmpty());

        assertThat(seen).containsExactly("issued", "acknowledged", "accepted");
    }

    @Test
    void whatIsLeftHasALink() throws SQLException {
        String institution = "gtm-" + UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            write(connection, institution);
            write(connection, institution);
            connection.commit();
        }
        changes(institution, "0", 1).header("Link", endsWith("rel=\"next\""));
        String end = end(institution);
        changes(institution, end, 1).header("Link", nullValue()).body("next", equalTo(end));
    }

    @Test
    void aCommitThatIsLateIsNotMissed() throws SQLException {
        String institution = "gtm-" + UUID.randomUUID();
        try (Connection late = database.getConnection();
                Connection early = database.getConnection()) {
            String first = write(late, institution);
            String second = write(early, institution);
            early.commit();
            JsonPath before = since(institution, "0");
            late.commit();
            JsonPath after = since(institution, before.getString("next"));

            assertThat(before.getList("items.referralId")).isEqualTo(List.of(second));
            assertThat(after.getList("items.referralId")).isEqualTo(List.of(first));
        }
    }

    @Test
    void whatIsRolledBackIsNotListed() throws SQLException {
        String institution = "gtm-" + UUID.randomUUID();
        try (Connection undone = database.getConnection()) {
            write(undone, institution);
            undone.rollback();

            assertThat(since(institution, "0").getList("items")).isEmpty();
        }
    }

    @Test
    void bothEndsOfAReferralWithinTheNodeSeeTheChange() {
        String issuer = RegionFacts.RECEPTION.value();
        String cursor = end();
        String cursorOfIssuer = end(issuer);
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String id = issued(person, offer);

        assertThat(boxes(since(issuer, cursorOfIssuer), id)).contains("outgoing");
        assertThat(boxes(since(RECIPIENT, cursor), id)).containsOnly("incoming");
    }

    @Test
    void aReminderIsListedForTheEndThatIsReminded() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = receivedFromHonduras(offer, Instant.now().plus(LONG));
        String of = "items.findAll { it.referralId == '%s' }".formatted(issued.referralId());
        String cursor = end();
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralNote.Reminded(
                        issued.referralId(), issued.caseId(), issued.institution(), Instant.now(), issued.answerBy()));
        await().atMost(SOON)
                .untilAsserted(() -> changes(RECIPIENT, cursor, 500)
                        .body(of + ".type", contains("org.puente.referral.reminded.v1"))
                        .body(of + ".status", contains("acknowledged")));
    }

    @Test
    void theBoxMayBeChosen() {
        String cursor = end();
        String id = received();
        given().auth()
                .oauth2(Tokens.of("gtm", RECIPIENT, "case-manager"))
                .queryParam("after", cursor)
                .queryParam("box", "outgoing")
                .queryParam("limit", 500)
                .get("/v1/referrals/changes")
                .then()
                .statusCode(200)
                .body("items.findAll { it.referralId == '%s' }".formatted(id), equalTo(List.of()));
    }

    @Test
    void othersSeeNothingOfIt() {
        received();
        assertThat(since("gtm-stranger", "0").getList("items")).isEmpty();
    }

    @Test
    void refusesACursorThatItHasNotGiven() {
        changes(RECIPIENT, "tomorrow", 10).statusCode(400).body("type", equalTo("urn:puente:problem:cursor-unknown"));
        changes(RECIPIENT, "999999999999", 10).statusCode(400);
    }

    private String received() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        return receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
    }

    private static ValidatableResponse changes(String institution, String after, int limit) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .queryParam("after", after)
                .queryParam("limit", limit)
                .get("/v1/referrals/changes")
                .then();
    }

    /** The cursor after all changes that the recipient has received by now. */
    private static String end() {
        return end(RECIPIENT);
    }

    private static String end(String institution) {
        JsonPath page = since(institution, "0");
        while (!page.getList("items").isEmpty()) {
            page = since(institution, page.getString("next"));
        }
        return page.getString("next");
    }

    private static JsonPath since(String institution, String after) {
        return changes(institution, after, 500).statusCode(200).extract().jsonPath();
    }

    private static List<String> statuses(JsonPath page, String referral) {
        return page.getList("items.findAll { it.referralId == '%s' }.status".formatted(referral));
    }

    private static List<String> boxes(JsonPath page, String referral) {
        return page.getList("items.findAll { it.referralId == '%s' }.box".formatted(referral));
    }

    /** Notes a change as a transaction does that is still at work; returns its referral. */
    private static String write(Connection connection, String institution) throws SQLException {
        connection.setAutoCommit(false);
        UUID referral = UUID.randomUUID();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into box_news (referral_id, institution, box, type, status, at,"
                        + " event) values (?, ?, 'incoming',"
                        + " 'org.puente.referral.issued.v1', 'issued', now(), '{}')")) {
            insert.setObject(1, referral);
            insert.setString(2, institution);
            insert.executeUpdate();
        }
        return referral.toString();
    }
}
