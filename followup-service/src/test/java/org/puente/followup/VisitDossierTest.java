package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.ReferralId;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** Whom to visit: for the institution whose follow-up it is, as reception sealed it last. */
@QuarkusTest
class VisitDossierTest extends VisitDossierTestBase {
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
        taken(person.sealed("Berta", key(), TestClock.now().minusSeconds(60)));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }

    /** Mexico's principal seals for Honduras, later than Honduras' own reception did. */
    @Test
    void anotherNodesSealingOfTheCaseChangesNothing() {
        Person person = visitable(Person.goingTo("HN-CR"));
        Wire.publish("mex", "reception", "hnd", sealed(person, "Forged"));
        visitable(Person.goingTo("HN-CR"));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }

    @Test
    void whatTheNodeSealsForAReferralOrAnotherPurposeChangesNothing() {
        Person person = visitable(Person.goingTo("HN-CR"));
        DossierFact.Sealed other = sealed(person, "Other");
        taken(person.sealed("Whole", key(), TestClock.now(), Map.of()));
        taken(new DossierFact.Sealed(
                other.dossierId(),
                new ReferralId(UUID.randomUUID()),
                person.caseId(),
                other.institution(),
                TestClock.now(),
                other.to(),
                other.kid(),
                other.jwe()));
        taken(person.sealed("Counted", key(), TestClock.now(), Purpose.label(ConsentPurpose.STATISTICS)));
        assertThat(givenNames(person)).isEqualTo("Zenaida");
    }
}
