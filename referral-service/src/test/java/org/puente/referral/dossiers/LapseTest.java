package org.puente.referral.dossiers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.ReferralFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** How long a recipient holds a dossier. */
@QuarkusTest
class LapseTest extends ReferralServiceTestBase {
    private static final String RECIPIENT = "gtm-work";

    @Inject
    Retention retention;

    @Inject
    DataSource database;

    @Inject
    NodeKeys own;

    /** Honduras refers a person here, and its dossier comes. */
    private ReferralFact.Issued referred() {
        ReferralFact.Issued issued = receivedFromHonduras(offer(), Instant.now().plus(LONG));
        Wire.publish("hnd", "referral", "gtm", sealed(issued));
        await().atMost(SOON).until(() -> dossier(issued).extract().statusCode() == 200);
        return issued;
    }

    private OfferPublished offer() {
        return published(RegionFacts.offer(offerId("gtm"), null, LONG));
    }

    private DossierFact.Sealed sealed(ReferralFact.Issued issued) {
        return new DossierFact.Sealed(
                issued.dossierId(),
                issued.referralId(),
                issued.caseId(),
                issued.institution(),
                Instant.now(),
                issued.to().node(),
                Seal.newest(own.published()).getKeyId(),
                Seal.seal(RegionFacts.person("Lucía").toString(), Seal.newest(own.published())));
    }

    private static ValidatableResponse dossier(ReferralFact.Issued issued) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RECIPIENT, "case-manager"))
                .get("/v1/referrals/{id}/dossier", issued.referralId().toString())
                .then();
    }

    private static void addFact(ReferralFact.Issued issued, String type, String... fields) {
        addFact(RECIPIENT, issued.referralId().toString(), type, fields).statusCode(200);
    }

    private void ended(int daysAgo, ReferralFact.Issued issued) throws SQLException {
        set("final_at", daysAgo, issued);
    }

    private void wasDue(int daysAgo, ReferralFact.Issued issued) throws SQLException {
        set("answer_by", daysAgo, issued);
    }

    private void set(String column, int daysAgo, ReferralFact.Issued issued) throws SQLException {
        Tables.change(
                database,
                "update referral set " + column + " = now() - make_interval(days => ?) where referral_id = ?",
                daysAgo,
                issued.referralId().value());
    }

    private void timeIsUp() throws Throwable {
        VertxContextSupport.subscribeAndAwait(retention::tick);
    }

    @Test
    void thirtyDaysAfterTheEndItIsErased() throws Throwable {
        ReferralFact.Issued issued = referred();
        addFact(issued, "declined", "reason", "other");
        ended(31, issued);
        timeIsUp();
        dossier(issued).statusCode(410);
    }

    @Test
    void untilThenItStays() throws Throwable {
        ReferralFact.Issued issued = referred();
        addFact(issued, "declined", "reason", "other");
        ended(29, issued);
        timeIsUp();
        dossier(issued).statusCode(200);
    }

    @Test
    void thirtyDaysAfterADeadlineThatNobodyKeptItIsErased() throws Throwable {
        ReferralFact.Issued issued = referred();
        wasDue(31, issued);
        timeIsUp();
        dossier(issued).statusCode(410);
    }

    @Test
    void shortlyAfterTheDeadlineItStays() throws Throwable {
        ReferralFact.Issued issued = referred();
        wasDue(29, issued);
        timeIsUp();
        dossier(issued).statusCode(200);
    }

    @Test
    void whoAnsweredKeepsItForAsLongAsTheServiceTakes() throws Throwable {
        ReferralFact.Issued issued = referred();
        addFact(issued, "accepted");
        wasDue(31, issued);
        timeIsUp();
        dossier(issued).statusCode(200);
    }

    @Test
    void thirtyDaysLaterWhatCameForAReferralThatNeverCameIsErased() throws Throwable {
        ReferralFact.Issued issued = neverCame();
        came(31, issued);
        timeIsUp();
        assertThat(isHeld(issued)).isFalse();
    }

    @Test
    void whatIsAheadOfItsReferralStays() throws Throwable {
        ReferralFact.Issued issued = neverCame();
        came(29, issued);
        timeIsUp();
        assertThat(isHeld(issued)).isTrue();
    }

    @Test
    void whatCameLongAgoForAReferralThatLivesStays() throws Throwable {
        ReferralFact.Issued issued = referred();
        came(31, issued);
        timeIsUp();
        dossier(issued).statusCode(200);
    }

    /** Of what Honduras publishes of a referral only the dossier comes. */
    private ReferralFact.Issued neverCame() {
        ReferralFact.Issued issued = fromHonduras(offer(), Instant.now().plus(LONG));
        Wire.publish("hnd", "referral", "gtm", sealed(issued));
        await().atMost(SOON).until(() -> isHeld(issued));
        return issued;
    }

    private void came(int daysAgo, ReferralFact.Issued issued) throws SQLException {
        Tables.change(
                database,
                "update sealed_dossier set came_at = now() - make_interval(days => ?)" + " where dossier_id = ?",
                daysAgo,
                issued.dossierId().value());
    }

    private boolean isHeld(ReferralFact.Issued issued) {
        return Tables.holds(
                database,
                "select jwe is not null from sealed_dossier where dossier_id = ?",
                issued.dossierId().value());
    }
}
