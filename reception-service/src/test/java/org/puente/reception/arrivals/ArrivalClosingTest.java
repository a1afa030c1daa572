package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ArrivalFact;
import org.puente.reception.FlightPeople;

/** The centre accounts for everybody on a manifest, and what is kept of who did not come. */
@QuarkusTest
class ArrivalClosingTest extends ArrivalTestBase {
    @Inject
    ManifestRetention retention;

    @Test
    void atClosingEverybodyIsAccountedFor() {
        ArrivalForm form = announcedFromMexico(3);
        String came = register(form, 1, CONSENT).path("caseId");
        String unlisted = FlightPeople.register(form.reference());

        Response closed = close(form);

        assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(200);
        assertThat(closed.<Integer>path("listed")).isEqualTo(3);
        assertThat(closed.<List<String>>path("came.caseId")).containsExactly(came);
        assertThat(closed.<List<Integer>>path("absent")).containsExactly(2, 3);
        assertThat(closed.<List<String>>path("unlisted")).containsExactly(unlisted);
        assertThat(awaitFacts(RETURNS, form.id(), ArrivalFact.Closed.class, 1))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.announcedBy().institution().value()).isEqualTo("mex-inm"))
                .satisfies(fact -> assertThat(List.of(fact.listed(), fact.came(), fact.absent(), fact.unlisted()))
                        .containsExactly(3, 1, 2, 1));
    }

    @Test
    void whoDidNotComeIsErasedAtOnce() {
        ArrivalForm form = announcedFromMexico(2);
        register(form, 1, CONSENT);

        close(form);

        assertThat(manifest(form).asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(manifest(form).<List<String>>path("items.state")).containsExactly("came", "absent");
        assertThat(count("select count(*) from manifest_entry where content is not null and arrival_id = '" + form.id()
                        + "'"))
                .isZero();
    }

    @Test
    void closingAgainChangesNothingUntilSomebodyComesLate() {
        ArrivalForm form = announcedFromMexico(2);
        register(form, 1, CONSENT);
        close(form);
        assertThat(close(form).<Integer>path("version")).isOne();
        assertThat(register(form, 2, CONSENT).statusCode()).isEqualTo(400);

        Response late = register(form, 2, CONSENT + ", " + ALL_DATA);

        assertThat(late.statusCode()).as(late.asString()).isEqualTo(201);
        Response closed = close(form);
        assertThat(closed.<Integer>path("version")).isEqualTo(2);
        assertThat(closed.<List<Integer>>path("absent")).isEmpty();
    }

    @Test
    void nothingIsClosedBeforeItHasArrived() {
        ArrivalForm form = ArrivalForm.to("gtm-fag")
                .with("expectedAt", "'" + Instant.now().plusSeconds(7200) + "'")
                .person();
        fromMexico(sealed(whole(form)));
        arrival(form);

        assertThat(close(form).<String>path("type")).endsWith("arrival-not-due");
        landed(form);
        assertThat(arrival(form).<String>path("landedAt")).isNotNull();
        assertThat(close(form).statusCode()).isEqualTo(200);
    }

    @Test
    void isClosedUnderADayNearItsLanding() {
        ArrivalForm form = announcedFromMexico(1);

        assertThat(close(form, day(1)).<List<String>>path("errors.code")).containsExactly("closing-day-out-of-range");
        assertThat(close(form, day(-3)).<List<String>>path("errors.pointer")).containsExactly("/returnedOn");
        assertThat(close(form, day(-2)).statusCode()).isEqualTo(200);
    }

    @Test
    void isClosedUnderTheDayOfSomebodyWhoCame() {
        ArrivalForm form = announcedFromMexico(1);
        register(form, 1, CONSENT + ", \"returnedOn\": \"" + today().minusDays(30) + "\"");

        assertThat(close(form, day(-30)).<String>path("returnedOn"))
                .isEqualTo(today().minusDays(30).toString());
    }

    private static String day(int days) {
        return "{\"returnedOn\": \"" + today().plusDays(days) + "\"}";
    }

    @Test
    void whatTheAnnouncerSendsAfterClosingBringsNobodyBack() {
        ArrivalForm form = announcedFromMexico(1);
        close(form);

        fromMexico(sealed(new Part(form, 2, 1, 1, form.request().people())));

        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).<Integer>path("version") == 2);
        assertThat(manifest(form).asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(arrival(form).<String>path("state")).isEqualTo("closed");
    }

    @Test
    void anErasedReturnLeavesTheCountsAlone() {
        ArrivalForm form = announcedFromMexico(1);
        Response registered = register(form, 1, CONSENT);
        String address = "/v1/returns/" + registered.path("caseId");
        intake().delete(address + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
        intake().header("If-Match", "*").delete(address).then().statusCode(204);

        Response closed = close(form);

        assertThat(closed.<List<Integer>>path("came.entry")).containsExactly(1);
        assertThat(closed.<Object>path("came[0].caseId")).isNull();
    }

    @Test
    void whatARestoreBringsBackOfAClosedArrivalIsErased() throws Throwable {
        ArrivalForm closed = announcedFromMexico(1);
        ArrivalForm open = announcedFromMexico(1);
        close(closed);
        execute("update manifest_entry set content = (select content from manifest_entry where arrival_id = '"
                + open.id() + "') where arrival_id = '" + closed.id() + "'");

        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(manifest(closed).asString()).doesNotContain(ArrivalForm.NAME);
        assertThat(manifest(open).asString()).contains(ArrivalForm.NAME);
    }

    @Test
    void whatNobodyHasClosedIsErasedAfterAMonth() throws Throwable {
        ArrivalForm kept = announcedFromMexico(1);
        ArrivalForm over = announcedFromMexico(1);
        execute("update expected_arrival set expected_at = now() - interval '31 days' where arrival_id = '" + over.id()
                + "'");

        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(manifest(over).statusCode()).isEqualTo(404);
        assertThat(manifest(kept).<List<Object>>path("items")).hasSize(1);
    }
}
