package org.puente.reception.returns.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.testing.Backup;
import org.puente.reception.arrivals.ArrivalForm;

/** What a restore brings back of arrivals, and of whom not. */
@QuarkusTest
class RestoredArrivalsTest extends RestoreTestBase {
    @Test
    void arrivalsComeBackAsFarAsFactsAndManifestsTell() {
        Backup backup = backup();
        ArrivalForm form = ArrivalForm.to("gtm-fag").people(2);
        announced(form);
        String address = "/v1/arrivals/" + form.id();
        intake().body("{}").post(address + "/closing").then().statusCode(200);
        ArrivalForm open = ArrivalForm.to("gtm-fag").people(2);
        announced(open);
        awaitEmptyOutbox();

        restore(backup);

        Response outgoing = intake().get(address + "?box=outgoing");
        assertThat(outgoing.<Integer>path("expected")).isEqualTo(2);
        assertThat(outgoing.<Integer>path("version")).isOne();
        Response incoming = intake().get(address + "?box=incoming");
        assertThat(incoming.<String>path("state")).isEqualTo("closed");
        assertThat(incoming.<Integer>path("closing.absent")).isEqualTo(2);
        assertThat(intake().get(address + "/manifest").asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(intake().get("/v1/arrivals/" + open.id() + "/manifest").asString())
                .contains(ArrivalForm.NAME);
    }

    @Test
    void whoDidNotComeStaysErasedWhereTheBackupHasThem() {
        ArrivalForm form = ArrivalForm.to("gtm-fag").people(2);
        announced(form);
        String address = "/v1/arrivals/" + form.id();
        Backup backup = backup();
        intake().body("{}").post(address + "/closing").then().statusCode(200);
        awaitEmptyOutbox();

        restore(backup);

        assertThat(intake().get(address + "?box=incoming").<String>path("state"))
                .isEqualTo("closed");
        assertThat(intake().get(address + "/manifest").asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(count("select count(*) from manifest_entry where content is not null and arrival_id = '" + form.id()
                        + "'"))
                .isZero();
    }

    /** No fact says from which entry somebody was registered. */
    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false", "false, true"})
    void whoWasRegisteredFromAManifestSinceIsNotAnnouncedThereAgain(boolean announcedBefore, boolean erased) {
        ArrivalForm form = ArrivalForm.to("gtm-fag").people(2);
        Backup backup = announcedBefore ? null : backup();
        announced(form);
        ArrivalForm later = ArrivalForm.to("gtm-fag")
                .with("expectedAt", "'" + Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS) + "'")
                .people(1);
        announced(later);
        backup = announcedBefore ? backup() : backup;
        Response registered = intake().header("If-Match", "\"1\"")
                .body("{\"consent\": {\"purposes\": [\"referral\"], \"scope\": [\"region\"],"
                        + " \"givenBy\": \"self\"}}")
                .post("/v1/arrivals/" + form.id() + "/manifest/1/return");
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        if (erased) {
            String caseId = registered.path("caseId");
            withdraw(caseId, registered.path("consentId")).then().statusCode(204);
            intake().header("If-Match", "*")
                    .delete("/v1/returns/" + caseId)
                    .then()
                    .statusCode(204);
        }
        awaitEmptyOutbox();

        restore(backup);

        Response manifest = intake().get("/v1/arrivals/" + form.id() + "/manifest");
        assertThat(manifest.<List<Integer>>path("items.entry")).containsExactly(1, 2);
        assertThat(manifest.asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(intake().get("/v1/arrivals/" + later.id() + "/manifest").asString())
                .contains(ArrivalForm.NAME);
    }

    private static void announced(ArrivalForm form) {
        form.announce().then().statusCode(201);
        intake().header("Prefer", "wait=20")
                .get("/v1/arrivals/" + form.id() + "?box=incoming")
                .then()
                .statusCode(200);
    }
}
