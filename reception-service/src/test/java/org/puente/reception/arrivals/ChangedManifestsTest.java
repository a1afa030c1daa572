package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An announcer changes or cancels a manifest while people stand at the desks. */
@QuarkusTest
class ChangedManifestsTest extends ArrivalTestBase {

    @Test
    void aDeskRegistersTheEntryThatItRead() {
        ArrivalForm form = announcedFromMexico(2);
        ArrivalForm other = ArrivalForm.to("gtm-fag").people(2);
        fromMexico(sealed(new Part(
                form,
                2,
                1,
                1,
                List.of(
                        form.request().people().getFirst(),
                        other.request().people().getLast()))));
        awaitVersion(form, 2);

        assertThat(manifest(form).<List<Integer>>path("items.version")).containsExactly(1, 2);
        assertThat(register(form, 2, "\"1\"", CONSENT).statusCode()).isEqualTo(412);
        assertThat(intake().body("{" + CONSENT + "}")
                        .post(address(form) + "/manifest/2/return")
                        .statusCode())
                .isEqualTo(428);
        assertThat(register(form, 1, "\"1\"", CONSENT).statusCode()).isEqualTo(201);
        assertThat(register(form, 2, "\"2\"", CONSENT).statusCode()).isEqualTo(201);
    }

    @Test
    void aCancellationAfterTheLandingErasesNobody() {
        ArrivalForm form = announcedFromMexico(2);
        landed(form);

        settled(fromMexico(erased(form, 2)));

        assertCancellationIgnored(form);
        assertThat(manifest(form).asString()).contains(ArrivalForm.NAME);
    }

    @Test
    void aCancellationAfterSomebodyCameErasesNobody() {
        ArrivalForm form = announcedFromMexico(2);
        register(form, 1, CONSENT);

        settled(fromMexico(erased(form, 2)));

        assertCancellationIgnored(form);
        assertThat(register(form, 2, CONSENT).statusCode()).isEqualTo(201);
        assertThat(close(form).statusCode()).isEqualTo(200);
    }

    private static void assertCancellationIgnored(ArrivalForm form) {
        Response arrival = arrival(form);
        assertThat(arrival.<String>path("state")).isEqualTo("expected");
        assertThat(arrival.<String>path("cancellationIgnoredAt")).isNotNull();
        assertThat(manifest(form).<List<Object>>path("items")).hasSize(2);
    }

    @Test
    void whoIsTakenOffAfterTheLandingStaysAndIsMarked() {
        ArrivalForm form = announcedFromMexico(3);
        landed(form);

        settled(fromMexico(
                sealed(new Part(form, 2, 1, 1, form.request().people().subList(0, 1)))));

        assertThat(manifest(form).<List<Boolean>>path("items.takenOff")).containsExactly(null, true, true);
        assertThat(manifest(form).<List<String>>path("items.person.givenNames")).doesNotContainNull();
    }

    @Test
    void peopleAreAddedAfterTheLanding() {
        ArrivalForm form = announcedFromMexico(2);
        landed(form);
        form.person();

        settled(fromMexico(sealed(new Part(form, 2, 1, 1, form.request().people()))));

        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3);
        assertThat(arrival(form).<Integer>path("manifest.listed")).isEqualTo(3);
    }

    @Test
    void anArrivalThatHasLandedIsMovedNoMore() {
        ArrivalForm form = announcedFromMexico(1);
        String reference = form.reference();
        landed(form);
        form.flight("XX-1").with("receptionPoint", "'gtm-tecun-uman'");

        settled(fromMexico(sealed(new Part(form, 2, 1, 1, form.request().people()))));

        Response arrival = arrival(form);
        assertThat(arrival.<String>path("receptionPoint")).isEqualTo("gtm-fag");
        assertThat(arrival.<String>path("transport.reference")).isEqualTo(reference);
        assertThat(arrival.<String>path("landedAt")).isNotNull();
    }

    /** Releases before took such cancellations. */
    @Test
    void aCancelledArrivalFromWhichSomebodyCameIsClosed() {
        ArrivalForm form = announcedFromMexico(1);
        ArrivalForm nobody = announcedFromMexico(1);
        register(form, 1, CONSENT);
        execute("update expected_arrival set cancelled_at = now(), parts_came = '[]' where arrival_id in ('" + form.id()
                + "', '" + nobody.id() + "')");

        assertThat(close(form).<List<Integer>>path("came.entry")).containsExactly(1);
        assertThat(close(nobody).<String>path("type")).endsWith("arrival-cancelled");
    }
}
