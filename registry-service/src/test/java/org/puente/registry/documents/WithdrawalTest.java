package org.puente.registry.documents;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.NodeId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.testing.TestClock;
import org.puente.registry.Published;
import org.puente.registry.directory.StableId;
import org.puente.registry.editing.Editors;
import org.puente.registry.forms.Samples;

@QuarkusTest
class WithdrawalTest {
    private static final String STPS = "mex-stps";
    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @Inject
    DueWithdrawals dueWithdrawals;

    @Inject
    UnitOfWork work;

    @Test
    void showsWhatBecomesOfReferralsToAWithdrawnOffer() {
        String id = Editors.offer(STPS, Samples.offer());
        Editors.put(STPS, "offers", id, "\"1\"", status("withdrawn"))
                .then()
                .statusCode(200)
                .body("standing.status", equalTo("withdrawn"))
                .body("standing.referrals.openStayAnswerable", equalTo(true))
                .body("standing.referrals.newTaken", equalTo(false))
                .body("standing.referrals.detail", containsString("No new one is taken"));
    }

    @Test
    void showsThisInTheLanguageOfTheRequest() {
        String id = Editors.offer(STPS, status("paused"));
        Editors.as(STPS)
                .header("Accept-Language", "es")
                .get("/v1/offers/" + id)
                .then()
                .header("Content-Language", "es")
                .body("standing.referrals.detail", containsString("No se reciben nuevas"));
    }

    @Test
    void takesAPausedOfferUpAgain() {
        String id = Editors.offer(STPS, status("paused"));
        Editors.put(STPS, "offers", id, "\"1\"", status("active"))
                .then()
                .body("standing.status", equalTo("active"))
                .body("standing.referrals", nullValue());
        assertThat(published("offer/" + id, 2)).contains("\"status\":\"active\"");
    }

    @Test
    void refusesAnActiveOfferWhoseDayHasCome() {
        Editors.put(STPS, "offers", Editors.fresh(), null, withdrawOn(today()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/withdrawOn"))
                .body("errors[0].code", equalTo("withdrawal-has-come"));
    }

    @Test
    void keepsAnOfferActiveUntilTheDayOfItsWithdrawal() {
        LocalDate day = today().plusDays(30);
        String id = Editors.offer(STPS, withdrawOn(day));
        look();
        Editors.as(STPS)
                .get("/v1/offers/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("standing.status", equalTo("active"))
                .body("standing.referrals.newTaken", equalTo(true))
                .body("standing.referrals.newTakenBefore", equalTo(day.toString()))
                .body("standing.referrals.detail", containsString(day.toString()));
    }

    @Test
    void withdrawsAnOfferOnItsDayOnceThoughTwoInstancesLook() {
        String id = Editors.offer(STPS, withdrawOn(today().plusDays(2))); // one day more: midnight may come in between
        TestClock.forward(Duration.ofDays(2));
        lookFromTwoInstances();
        Editors.as(STPS)
                .get("/v1/offers/" + id)
                .then()
                .header("ETag", "\"2\"")
                .body("status", equalTo("withdrawn"))
                .body("standing.status", equalTo("withdrawn"));
        assertThat(published("offer/" + id, 2)).contains("\"status\":\"withdrawn\"");
    }

    @Test
    void withdrawsTheOffersOfAnInstitutionWithIt() {
        String institution = Editors.institution();
        String offer = Editors.offer(institution, Samples.offer());
        ObjectNode leaving = Editors.institutionEntry(institution);
        leaving.put("withdrawOn", today().plusDays(2).toString());
        Editors.put(institution, "institutions", institution, "\"1\"", leaving)
                .then()
                .statusCode(200);
        TestClock.forward(Duration.ofDays(2));
        look();
        assertThat(published("institution/" + institution, 3)).contains("\"status\":\"withdrawn\"");
        assertThat(published("offer/" + offer, 2)).contains("\"status\":\"withdrawn\"");
    }

    @Test
    void letsAnotherTakeOverTheReceptionPointOfAnInstitutionThatIsWithdrawn() {
        String leaving = Editors.institution();
        ObjectNode entry = Editors.institutionEntry(leaving);
        Editors.put(leaving, "institutions", leaving, "\"1\"", entry.put("status", "withdrawn"));
        assertThat(published("institution/" + leaving, 2)).contains("\"status\":\"withdrawn\"");
        String next = Editors.fresh();
        Editors.put(
                        next,
                        "institutions",
                        next,
                        null,
                        Editors.institutionEntry(leaving).put("status", "active"))
                .then()
                .statusCode(201);
    }

    @Test
    void pausesTheOffersOfAPausedInstitutionAndTakesThemUpAgain() {
        String institution = Editors.institution();
        String offer = Editors.offer(institution, Samples.offer());
        Editors.put(
                institution,
                "institutions",
                institution,
                "\"1\"",
                Editors.institutionEntry(institution).put("status", "paused"));
        assertThat(published("offer/" + offer, 2)).contains("\"status\":\"paused\"");
        Editors.as(institution)
                .get("/v1/offers/" + offer)
                .then()
                .body("status", equalTo("active"))
                .body("standing.status", equalTo("paused"));
        Editors.put(institution, "institutions", institution, "\"2\"", Editors.institutionEntry(institution));
        assertThat(published("offer/" + offer, 3)).contains("\"status\":\"active\"");
    }

    @Test
    void showsThePublicThatAnOfferIsWithdrawn() {
        String id = Editors.offer(STPS, Samples.offer());
        Editors.put(STPS, "offers", id, "\"1\"", status("withdrawn"));
        given().header("Accept-Language", "en")
                .get("/hsds/services/" + StableId.of(new NodeId("mex"), "offer/" + id))
                .then()
                .body("status", equalTo("defunct"))
                .body("alert", containsString("no new referrals"));
    }

    private static ObjectNode status(String status) {
        return Samples.offer().put("status", status);
    }

    private static ObjectNode withdrawOn(LocalDate day) {
        return Samples.offer().put("withdrawOn", day.toString());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), MEXICO);
    }

    private static String published(String subject, int times) {
        return Published.await("mex", subject, found -> found.size() == times)
                .getLast()
                .value();
    }

    private void look() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> work.run(dueWithdrawals::withdraw));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void lookFromTwoInstances() {
        List<CompletableFuture<Void>> instances = Stream.generate(() -> CompletableFuture.runAsync(this::look))
                .limit(2)
                .toList();
        instances.forEach(CompletableFuture::join);
    }
}
