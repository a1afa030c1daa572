package org.puente.followup;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Wire;

/** A case with a dossier that says whom to visit. */
abstract class VisitDossierTestBase extends FollowUpServiceTestBase {
    @Inject
    NodeKeys keys;

    JsonWebKey key() {
        return Seal.newest(keys.published());
    }

    DossierFact.Sealed sealed(Person person, String givenNames) {
        return person.sealed(givenNames, key());
    }

    static void publish(DossierFact fact) {
        publish(fact, "hnd");
    }

    static void publish(DossierFact fact, String to) {
        Wire.publish("hnd", "reception", to, fact);
    }

    Person visitable(Person person) {
        planned(person);
        held(person);
        return person;
    }

    void held(Person person) {
        publish(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(person));
    }

    /** Publishes it, and waits until it has had its effect. */
    static void taken(DossierFact fact) {
        UUID id = Wire.publish("hnd", "reception", "hnd", fact);
        await().atMost(SOON).until(() -> query("select 1 from inbox where id = '" + id + "'") != null);
    }

    static boolean isHeld(Person person) {
        return query("select 1 from visit_dossier where case_id = '" + person.caseId() + "'") != null;
    }

    static void settled(Person person) {
        String unsettled = "select unsettled from case_file where id = '" + person.caseId() + "'";
        await().atMost(SOON).until(() -> "f".equals(query(unsettled)));
    }

    static ConsentRecorded anew(Person person) {
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

    static String firstOf(Person person) {
        return published(person.caseId(), Planned.class).getFirst().followUpId().toString();
    }

    static String givenNames(Person person) {
        return read(firstOf(person), MUNICIPAL).extract().path("givenNames");
    }

    static ValidatableResponse read(String followUp, String institution) {
        return as(institution).get("/v1/followups/{id}/dossier", followUp).then();
    }
}
