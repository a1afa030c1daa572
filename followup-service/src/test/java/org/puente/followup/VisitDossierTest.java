package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.followup.dossiers.Round;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** Whom to visit: for the institution whose follow-up it is, and only as long as it is. */
@QuarkusTest
class VisitDossierTest extends FollowUpServiceTestBase {
    @Inject
    NodeKeys keys;

    @Inject
    Round round;

    @Test
    void showsTheResponsibleOfficeWhomToVisit() {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        read(followUp, MUNICIPAL)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("givenNames", equalTo("Zenaida"))
                .body("birthYear", equalTo(1990))
                .body("phones[0]", equalTo("+50499990000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hnd-sreci", "hnd-inm", "hnd-umar"})
    void isNotThereForAnotherInstitution(String other) {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        read(followUp, other).statusCode(404);
        as(other).head("/v1/followups/{id}/dossier", followUp).then().statusCode(404);
    }

    @Test
    void isNotThereForAnotherNodesOfficeOfTheSameName() {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of("gtm", MUNICIPAL, "case-manager"))
                .get("/v1/followups/{id}/dossier", followUp)
                .then()
                .statusCode(404);
    }

    @Test
    void isNotForOperators() {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of("hnd", MUNICIPAL, "operator", "auditor"))
                .get("/v1/followups/{id}/dossier", followUp)
                .then()
                .statusCode(403);
    }

    @Test
    void goesToTheNewOfficeAloneWhenResponsibilityMoves() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(person.amended(2, "HN-GD"));
        awaited(person.caseId(), Planned.class, 8);
        read(firstOf(person), MUNICIPAL).statusCode(404);
        read(firstOf(person), RECEPTION).statusCode(200);
    }

    @Test
    void writesDownWhoReadWhatAndWhy() {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        read(followUp, MUNICIPAL);
        assertThat(query("select institution || ' ' || action || ' ' || fields || ' ' || why"
                        + " from audit where subject = '"
                        + followUp
                        + "'"))
                .isEqualTo("hnd-umar-sps dossier.read givenNames,birthYear,phones plan");
    }

    @Test
    void takesTheReadersWordForTheGroundAndNoText() {
        String followUp = firstOf(visitable(Person.goingTo("HN-CR")));
        as(MUNICIPAL)
                .get("/v1/followups/{id}/dossier?why=looking for Ana", followUp)
                .then()
                .statusCode(400);
        as(MUNICIPAL).get("/v1/followups/{id}/dossier?why=home-visit", followUp);
        assertThat(query("select why from audit where subject = '" + followUp + "'"))
                .isEqualTo("home-visit");
    }

    @Test
    void showsThatItHasNotComeYet() {
        read(firstOf(planned(Person.goingTo("HN-CR"))), MUNICIPAL)
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:dossier-not-there-yet"));
    }

    @Test
    void waitsForACaseAndAConsentThatComeLater() {
        Person person = Person.goingTo("HN-CR");
        publish(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(person));
        planned(person);
        read(firstOf(person), MUNICIPAL).statusCode(200);
    }

    @Test
    void waitsForTheConsentThatFollowsAWithdrawnOne() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(person.withdraws());
        awaited(person.caseId(), CaseClosed.class, 1);
        await().atMost(SOON).until(() -> !isHeld(person));
        publish(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(person));
        settled(person);
        publish(anew(person));
        awaited(person.caseId(), Planned.class, 8);
        read(firstOf(person), MUNICIPAL).statusCode(200);
    }

    @Test
    void showsWhatWasAmended() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(sealed(person, "Berta"));
        await().atMost(SOON).until(() -> "Berta".equals(givenNames(person)));
    }

    @Test
    void anOlderSealingThatComesLateChangesNothing() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(person.sealed("Berta", key(), TestClock.now().minusSeconds(60)));
        visitable(Person.goingTo("HN-CR"));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }

    @Test
    void isErasedWithTheWithdrawalOfTheConsent() {
        Person person = visitable(Person.goingTo("HN-CR"));
        String followUp = firstOf(person);
        publish(person.withdraws());
        awaited(person.caseId(), CaseClosed.class, 1);
        read(followUp, MUNICIPAL)
                .statusCode(410)
                .body("type", equalTo("urn:puente:problem:dossier-erased"))
                .body("title", equalTo("No longer there"));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedAfterTheLastDayOfTheConsent() {
        Person person = Person.goingTo("HN-CR");
        publish(person.registered(), person.consents(Person.today().plusDays(3)));
        awaited(person.caseId(), Planned.class, 4);
        held(person);
        publish(sealed(person, "Berta")); // sealed after the consent, like any amendment
        String followUp = firstOf(person);
        await().atMost(SOON).until(() -> "Berta".equals(givenNames(person)));
        TestClock.forward(Duration.ofDays(4));
        read(followUp, MUNICIPAL).statusCode(410);
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedWhenReceptionTakesItBack() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(
                new DossierFact.Erased(
                        new DossierId(person.caseId().value()),
                        null,
                        person.caseId(),
                        Person.RECEPTION,
                        TestClock.now(),
                        ErasureReason.CONSENT_WITHDRAWN),
                "hnd");
        await().atMost(SOON).until(() -> !isHeld(person));
        read(firstOf(person), MUNICIPAL).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deceased", "remigrated"})
    void isErasedWhenTheCaseIsClosed(String outcome) {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        held(person);
        visit(followUp, MUNICIPAL, "{\"outcome\": \"" + outcome + "\"}");
        read(followUp, MUNICIPAL).statusCode(410);
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isNotKeptForACaseThatIsClosed() {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, "{\"outcome\": \"deceased\"}");
        awaited(person.caseId(), CaseClosed.class, 1);
        publish(sealed(person, "Zenaida"));
        visitable(Person.goingTo("HN-CR"));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedAfterTheLastFollowUpIsOver() {
        Person person = visitable(Person.goingTo("HN-CR"));
        TestClock.forward(Duration.ofDays(400));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedWhereNoCaseEverCame() throws Throwable {
        Person nobody = Person.goingTo("HN-CR");
        publish(sealed(nobody, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(nobody));
        TestClock.forward(Duration.ofDays(32));
        VertxContextSupport.subscribeAndAwait(round::erase);
        assertThat(isHeld(nobody)).isFalse();
    }

    /** Mexico's principal seals for Honduras, later than Honduras' own reception did. */
    @Test
    void anotherNodesSealingOfTheCaseChangesNothing() {
        Person person = visitable(Person.goingTo("HN-CR"));
        Wire.say("mex", "reception", "hnd", sealed(person, "Forged"));
        visitable(Person.goingTo("HN-CR"));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }

    @Test
    void whatTheNodeSealsForAReferralOrAnotherPurposeChangesNothing() {
        Person person = visitable(Person.goingTo("HN-CR"));
        DossierFact.Sealed other = sealed(person, "Other");
        publish(person.sealed("Whole", key(), TestClock.now(), Map.of()), "hnd");
        publish(
                new DossierFact.Sealed(
                        other.dossierId(),
                        new ReferralId(UUID.randomUUID()),
                        person.caseId(),
                        other.institution(),
                        TestClock.now(),
                        other.to(),
                        other.kid(),
                        other.jwe()),
                "hnd");
        publish(person.sealed("Counted", key(), TestClock.now(), Purpose.label(ConsentPurpose.STATISTICS)), "hnd");
        visitable(Person.goingTo("HN-CR"));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }

    @Test
    void keepsOfThePersonNothingInTheClearAndLogsNothing() {
        List<String> logged = new ArrayList<>();
        Handler ear = new Ear(logged);
        Logger.getLogger("").addHandler(ear);
        try {
            Person person = visitable(Person.goingTo("HN-CR"));
            read(firstOf(person), MUNICIPAL).statusCode(200);
            String row = query("select cast(d as text) from visit_dossier d where case_id = '" + person.caseId() + "'");
            assertThat(row).doesNotContain("Zenaida", "+50499990000");
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        assertThat(logged).noneMatch(line -> line.contains("Zenaida"));
    }

    private static final class Ear extends Handler {
        private final List<String> lines;

        Ear(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage() + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private JsonWebKey key() {
        return Seal.newest(keys.published());
    }

    private DossierFact.Sealed sealed(Person person, String givenNames) {
        return person.sealed(givenNames, key());
    }

    private static void publish(DossierFact fact) {
        publish(fact, "hnd");
    }

    private static void publish(DossierFact fact, String to) {
        Wire.say("hnd", "reception", to, fact);
    }

    private Person visitable(Person person) {
        planned(person);
        held(person);
        return person;
    }

    private void held(Person person) {
        publish(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(person));
    }

    private static boolean isHeld(Person person) {
        return query("select 1 from visit_dossier where case_id = '" + person.caseId() + "'") != null;
    }

    private static void settled(Person person) {
        String unsettled = "select unsettled from case_file where id = '" + person.caseId() + "'";
        await().atMost(SOON).until(() -> "f".equals(query(unsettled)));
    }

    private static ConsentRecorded anew(Person person) {
        return new ConsentRecorded(
                new org.puente.contracts.ConsentId(UUID.randomUUID()),
                new CaseId(person.caseId().value()),
                Person.RECEPTION,
                TestClock.now(),
                List.of(ConsentPurpose.FOLLOW_UP),
                List.of("node"),
                ConsentGiver.SELF,
                null);
    }

    private static String firstOf(Person person) {
        return published(person.caseId(), Planned.class).getFirst().followUpId().toString();
    }

    private static String givenNames(Person person) {
        return read(firstOf(person), MUNICIPAL).extract().path("givenNames");
    }

    private static ValidatableResponse read(String followUp, String institution) {
        return as(institution).get("/v1/followups/{id}/dossier", followUp).then();
    }
}
