package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ReturnFact;

/** What has been announced is replaced, cancelled and listed, by those alone whom it concerns. */
@QuarkusTest
class AnnouncedTest extends ArrivalTestBase {
    private final ArrivalForm form = ArrivalForm.to("gtm-fag").people(2).numbered();

    @Test
    void aReplacedAnnouncementIsANewVersion() {
        form.announce();

        Response replaced = replace(form.person().numbered(), "\"1\"");

        assertThat(replaced.statusCode()).as(replaced.asString()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).<Integer>path("version") == 2);
        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2, 3);
        assertThat(awaitFacts(RETURNS, form.id(), ReturnFact.Announced.class, 2))
                .hasSize(2);
    }

    @Test
    void aReplacementNamesTheEntryOfEachPerson() {
        form.announce();

        Response refused = replace(form.person(), "\"1\"");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/manifest/2/entry");
        assertThat(refused.<List<String>>path("errors.code")).containsExactly("manifest-entry-needed");
    }

    @Test
    void aStaleCopyReplacesNothing() {
        form.announce();
        replace(form, "\"1\"");

        assertThat(replace(form, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(intake().body(form.json().toString())
                        .put("/v1/arrivals/" + form.id())
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void aCancelledAnnouncementIsErasedWhereItWasSent() {
        form.announce();
        arrival(form);

        assertThat(intake().delete("/v1/arrivals/" + form.id()).statusCode()).isEqualTo(204);
        assertThat(intake().delete("/v1/arrivals/" + form.id()).statusCode()).isEqualTo(204);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> arrival(form).<String>path("state").equals("cancelled"));
        assertThat(manifest(form).<List<Object>>path("items")).isEmpty();
        assertThat(awaitFacts(RETURNS, form.id(), ArrivalFact.Cancelled.class, 1))
                .hasSize(1);
        assertThat(replace(form, "\"2\"").<String>path("type")).endsWith("arrival-cancelled");
    }

    @Test
    void nobodyElseSeesOrChangesAnAnnouncement() {
        form.announce();
        arrival(form);
        String address = "/v1/arrivals/" + form.id();

        assertThat(by("gtm-other").header("Prefer", "wait=0").get(address).statusCode())
                .isEqualTo(404);
        assertThat(by("gtm-other").get(address + "/manifest").statusCode()).isEqualTo(404);
        assertThat(by("gtm-other").delete(address).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other").body("{}").post(address + "/closing").statusCode())
                .isEqualTo(404);
        assertThat(by("gtm-other").body(form.json().toString()).put(address).statusCode())
                .isEqualTo(404);
        assertThat(by("gtm-other")
                        .body("{" + CONSENT + "}")
                        .post(address + "/manifest/1/return")
                        .statusCode())
                .isEqualTo(404);
        assertThat(by("gtm-other").get("/v1/arrivals").<List<String>>path("items.arrivalId"))
                .doesNotContain(form.id());
        assertThat(by("gtm-other").get("/v1/arrivals?box=outgoing").<List<String>>path("items.arrivalId"))
                .doesNotContain(form.id());
    }

    @Test
    void theListIsOfADayAPointAndAState() {
        form.announce();
        arrival(form);
        String day = "/v1/arrivals?limit=500&expectedOn=" + today();

        assertThat(ids(day)).contains(form.id());
        assertThat(ids(day + "&box=outgoing")).contains(form.id());
        assertThat(ids(day + "&receptionPoint=gtm-fag&state=expected")).contains(form.id());
        assertThat(ids(day + "&receptionPoint=gtm-tecun-uman")).doesNotContain(form.id());
        assertThat(ids(day + "&state=closed")).doesNotContain(form.id());
        assertThat(ids(day + "&state=cancelled&box=outgoing")).doesNotContain(form.id());
        assertThat(ids("/v1/arrivals?limit=500&expectedOn=" + today().plusDays(2)))
                .doesNotContain(form.id());
    }

    @Test
    void theListIsReadPageByPage() {
        form.announce();
        ArrivalForm other = ArrivalForm.to("gtm-fag").person();
        other.announce();
        arrival(form);
        arrival(other);
        Response first = intake().get("/v1/arrivals?limit=1");

        assertThat(first.<List<Object>>path("items")).hasSize(1);
        Response second = intake().get("/v1/arrivals?limit=1&cursor=" + first.path("next"));
        assertThat(second.<String>path("items[0].arrivalId")).isNotEqualTo(first.path("items[0].arrivalId"));
    }

    private static List<String> ids(String address) {
        return intake().get(address).path("items.arrivalId");
    }
}
