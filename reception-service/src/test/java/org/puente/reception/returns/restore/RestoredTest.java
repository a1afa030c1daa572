package org.puente.reception.returns.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReturnFact;
import org.puente.platform.ids.Ids;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.Wire;
import org.puente.reception.FlightPeople;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.dossiers.EarlierCases;

/** The database is put back to a backup in the middle of work. */
@QuarkusTest
class RestoredTest extends RestoreTestBase {
    private static final String MOVED = "{\"destination\": {\"country\": \"GTM\", \"subdivision\": \"GT-01\"}}";

    @Inject
    EarlierCases earlier;

    @Test
    void versionsNeverFallBehindWhatWasPublished() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        amend(caseId, 1, "{\"skills\": [\"welding\"]}");
        Backup backup = backup();
        amend(caseId, 2, "{\"skills\": [\"cooking\"]}");
        amend(caseId, 3, MOVED);
        awaitEmptyOutbox();

        restore(backup);
        assertThat(patch(caseId, 2, "{\"causes\": [\"family\"]}").statusCode()).isEqualTo(412);
        amend(caseId, 4, "{\"causes\": [\"family\"]}");

        ReturnFact.Amended last =
                awaitFacts(RETURNS, caseId, ReturnFact.Amended.class, 4).getLast();
        assertThat(last.version()).isEqualTo(5);
        assertThat(last.destination().subdivision()).isEqualTo("GT-01");
        assertThat(last.skills()).containsExactly("cooking");
        assertThat(read(caseId).<String>path("person.familyNames")).isNotBlank();
    }

    @Test
    void aConsentThatWasWithdrawnStaysWithdrawn() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        String consent = registered.path("consentId");
        Backup backup = backup();
        withdraw(caseId, consent).then().statusCode(204);
        awaitEmptyOutbox();

        restore(backup);

        assertThat(read(caseId).<String>path("consents[0].withdrawnAt")).isNotNull();
        amend(caseId, version(caseId), "{\"skills\": [\"welding\"]}");
        awaitEmptyOutbox();
        assertThat(dossiersOf(caseId)).hasSize(4); // for referrals and for visits: sealed, erased
    }

    @Test
    void ofAReturnThatWasLostConsentCanBeWithdrawnAndThePersonBeEnteredAgain() {
        Backup backup = backup();
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        awaitEmptyOutbox();

        restore(backup);

        assertThat(read(caseId).<String>path("person.givenNames")).isNull();
        assertThat(read(caseId).<String>path("personId")).isEqualTo(registered.path("personId"));
        assertThat(patch(caseId, version(caseId), MOVED).statusCode()).isEqualTo(400);
        amend(caseId, version(caseId), "{\"person\": {\"givenNames\": \"Ana\", \"familyNames\": \"Lopez\"}}");
        withdraw(caseId, registered.path("consentId")).then().statusCode(204);
        assertThat(awaitFacts(RETURNS, caseId, ReturnFact.ConsentWithdrawn.class, 1)
                        .getFirst()
                        .consentId()
                        .toString())
                .isEqualTo(registered.path("consentId"));
    }

    @Test
    void aPersonWhoWasLostIsNotSealedOverWhatThoseWhoVisitHave() throws Throwable {
        Backup backup = backup();
        String caseId = register(RegistrationForm.filled()).path("caseId");
        awaitEmptyOutbox();
        int sealed = dossiersOf(caseId).size();

        restore(backup);
        execute("update return_case set visit_dossier_due = true where case_id = '" + caseId + "'");
        VertxContextSupport.subscribeAndAwait(earlier::tick);
        awaitEmptyOutbox();

        assertThat(dossiersOf(caseId)).hasSize(sealed);
    }

    @Test
    void helpLandingAndLeavingComeBackAsTheyWerePublished() {
        String reference = FlightPeople.newReference();
        String caseId = FlightPeople.register(reference);
        Backup backup = backup();
        String voided = help(caseId, "cash");
        intake().delete("/v1/returns/" + caseId + "/help/" + voided + "?reason=not-given")
                .then()
                .statusCode(204);
        String given = help(caseId, "food");
        String flight = FlightPeople.json(reference);
        intake().body("{\"flight\": " + flight + ", \"mode\": \"air\"}")
                .post("/v1/landings")
                .then()
                .statusCode(200);
        intake().body("{\"flight\": " + flight + "}")
                .post("/v1/departures")
                .then()
                .statusCode(200);
        Response before = intake().get("/v1/returns/" + caseId + "/departure");
        awaitEmptyOutbox();

        restore(backup);

        Response help = intake().get("/v1/returns/" + caseId + "/help");
        assertThat(help.<List<String>>path("items.helpId")).containsExactly(voided, given);
        assertThat(help.<List<String>>path("items.voidReason")).containsExactly("not-given", null);
        assertThat(intake().get("/v1/returns/" + caseId + "/departure").asString())
                .isEqualTo(before.asString());
    }

    @Test
    void whoWasErasedSinceTheBackupIsErasedAgain() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        Backup backup = backup();
        withdraw(caseId, registered.path("consentId")).then().statusCode(204);
        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(204);
        awaitEmptyOutbox();

        restore(backup);

        assertThat(read(caseId).statusCode()).isEqualTo(404);
        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.Erased.class)).hasSize(1);
    }

    @Test
    void whoWasRegisteredAndErasedSinceTheBackupDoesNotComeBack() {
        Backup backup = backup();
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        withdraw(caseId, registered.path("consentId")).then().statusCode(204);
        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(204);
        awaitEmptyOutbox();

        restore(backup);

        assertThat(read(caseId).statusCode()).isEqualTo(404);
    }

    @Test
    void aRepetitionIsToldThatThePersonWasLost() {
        Backup backup = backup();
        RegistrationForm form = RegistrationForm.filled().with("/caseId", "'" + Ids.next() + "'");
        String caseId = register(form).path("caseId");
        awaitEmptyOutbox();

        restore(backup);

        Response again = register(form);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("person-lost");
        amend(caseId, version(caseId), "{\"person\": {\"givenNames\": \"Ana\", \"familyNames\": \"Lopez\"}}");
        assertThat(register(form).<String>path("type")).endsWith("case-id-taken");
    }

    private static String help(String caseId, String kind) {
        return intake().body("{\"kinds\": [\"" + kind + "\"]}")
                .post("/v1/returns/" + caseId + "/help")
                .path("helpId");
    }

    private static Response read(String caseId) {
        return intake().get("/v1/returns/" + caseId);
    }

    private static int version(String caseId) {
        return read(caseId).path("version");
    }

    private static void amend(String caseId, int version, String patch) {
        Response amended = patch(caseId, version, patch);
        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
    }

    private static Response patch(String caseId, int version, String patch) {
        return intake().contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch("/v1/returns/" + caseId);
    }

    private static List<String> dossiersOf(String caseId) {
        return Wire.dump(DOSSIERS).stream()
                .filter(record -> record.value().contains(caseId))
                .map(record -> record.key())
                .toList();
    }
}
