package org.puente.reception.arrivals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.platform.testing.Tokens;

/** The centre registers people from a manifest that Mexico has sent. */
@QuarkusTest
class ManifestTest extends ArrivalTestBase {
    @Test
    void theCentreSeesWhatComesAndWhatToPrepare() {
        ArrivalForm form = ArrivalForm.to("gtm-fag")
                .person()
                .which("prepare", "['wheelchair']")
                .person()
                .which("profiles", "['pregnant']");
        fromMexico(sealed(whole(form)));

        Response arrival = arrival(form);

        assertThat(arrival.<String>path("announcedBy.node")).isEqualTo("mex");
        assertThat(arrival.<String>path("state")).isEqualTo("expected");
        assertThat(arrival.<Integer>path("expected")).isEqualTo(2);
        assertThat(arrival.<List<String>>path("prepare.need")).containsExactly("wheelchair", "pregnancy");
        assertThat(arrival.<Integer>path("manifest.people")).isEqualTo(2);
        assertThat(arrival.asString()).doesNotContain(ArrivalForm.NAME);
    }

    @Test
    void theManifestIsReadByTheReceiverAndTheReadingIsWrittenDown() {
        ArrivalForm form = announcedFromMexico(2);

        Response manifest = manifest(form);

        assertThat(manifest.<List<String>>path("items.person.givenNames"))
                .hasSize(2)
                .allMatch(name -> name.startsWith(ArrivalForm.NAME));
        assertThat(manifest.header("Cache-Control")).isEqualTo("no-store");
        assertThat(count("select count(*) from audit where action = 'manifest.read' and subject = '" + form.id() + "'"))
                .isOne();
    }

    @Test
    void aCaseManagerReadsNoManifest() {
        ArrivalForm form = announcedFromMexico(1);

        assertThat(given().auth()
                        .oauth2(Tokens.of("gtm", "gtm-igm", "case-manager"))
                        .get("/v1/arrivals/" + form.id() + "/manifest")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPersonIsRegisteredWithTheConsentAlone() {
        ArrivalForm form = announcedFromMexico(2);

        Response registered = register(form, 1, CONSENT);

        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        Response recorded = intake().get("/v1/returns/" + registered.path("caseId"));
        assertThat(recorded.<String>path("person.givenNames")).startsWith(ArrivalForm.NAME);
        assertThat(recorded.<String>path("returnedFrom")).isEqualTo("USA");
        assertThat(recorded.<String>path("will")).isEqualTo("forced");
        assertThat(recorded.<String>path("transport.reference")).isEqualTo(form.reference());
        assertThat(recorded.<String>path("returnedOn")).isEqualTo(today().toString());
    }

    @Test
    void aDeskWithoutNetworkMakesTheIdOfTheCase() {
        ArrivalForm form = announcedFromMexico(1);
        String caseId = Ids.next().toString();

        Response registered = register(form, 1, CONSENT + caseId(caseId));

        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        assertThat(registered.<String>path("caseId")).isEqualTo(caseId);
        assertThat(manifest(form).<String>path("items[0].caseId")).isEqualTo(caseId);
    }

    @Test
    void anIdThatAReturnHasIsRefusedAndThePersonStillExpected() {
        ArrivalForm form = announcedFromMexico(2);
        String taken = register(form, 1, CONSENT).path("caseId");

        Response refused = register(form, 2, CONSENT + caseId(taken));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("case-id-taken");
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/caseId");
        assertThat(manifest(form).<List<String>>path("items.state")).containsExactly("came", "expected");
    }

    @Test
    void whoWasErasedDoesNotComeBackByAManifestEither() {
        ArrivalForm form = announcedFromMexico(2);
        Response erased = register(form, 1, CONSENT);
        erase(erased);

        Response refused = register(form, 2, CONSENT + caseId(erased.path("caseId")));

        assertThat(refused.<String>path("type")).endsWith("case-id-taken");
    }

    @Test
    void anIdOfAnotherFormIsRefusedWithWhateverElseIsWrong() {
        Response refused = register(announcedFromMexico(1), 1, "\"surname\": \"x\"" + caseId("5"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.code")).containsExactly("case-id-form", "unknown-field");
    }

    private static String caseId(String id) {
        return ", \"caseId\": \"" + id + "\"";
    }

    @Test
    void whatTheDeskSaysGoesBeforeTheManifest() {
        ArrivalForm form = announcedFromMexico(1);

        Response registered =
                register(form, 1, CONSENT + ", \"person\": {\"givenNames\": \"Corregida\"}, \"transport\": null");

        Response recorded = intake().get("/v1/returns/" + registered.path("caseId"));
        assertThat(recorded.<String>path("person.givenNames")).isEqualTo("Corregida");
        assertThat(recorded.<String>path("person.nationality")).isEqualTo("GTM");
        assertThat(recorded.<Object>path("transport")).isNull();
    }

    @Test
    void whoIsRegisteredStandsInTheReturnAlone() {
        ArrivalForm form = announcedFromMexico(2);
        String caseId = register(form, 2, CONSENT).path("caseId");

        Response manifest = manifest(form);

        assertThat(manifest.<List<String>>path("items.state")).containsExactly("expected", "came");
        assertThat(manifest.<String>path("items[1].caseId")).isEqualTo(caseId);
        assertThat(manifest.<Object>path("items[1].person")).isNull();
    }

    @Test
    void theSecondDeskIsToldThatThePersonIsRegistered() {
        ArrivalForm form = announcedFromMexico(1);
        String caseId = register(form, 1, CONSENT).path("caseId");

        Response second = register(form, 1, CONSENT);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("type")).endsWith("manifest-entry-registered");
        assertThat(second.<String>path("caseId")).isEqualTo(caseId);
    }

    @Test
    void ofTwoDesksAtOnceOneRegisters() throws InterruptedException {
        ArrivalForm form = announcedFromMexico(1);

        Callable<Integer> desk = () -> register(form, 1, CONSENT).statusCode();

        // The pool that is shared by all has one thread on a machine with two cores.
        try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
            assertThat(desks.invokeAll(List.of(desk, desk)))
                    .extracting(Future::resultNow)
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void theSameRequestUnderOneKeyRegistersOnce() {
        ArrivalForm form = announcedFromMexico(1);
        String key = UUID.randomUUID().toString();
        String address = "/v1/arrivals/" + form.id() + "/manifest/1/return";
        Response first = intake().header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body("{" + CONSENT + "}")
                .post(address);

        Response again = intake().header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body("{" + CONSENT + "}")
                .post(address);

        assertThat(again.<Map<String, Object>>path("")).isEqualTo(first.path(""));
    }

    @Test
    void theRulesOfARegistrationHold() {
        ArrivalForm form = announcedFromMexico(1);

        assertThat(register(form, 1, "").<String>path("errors[0].code")).isEqualTo("consent-missing");
        assertThat(register(form, 1, "\"surname\": \"x\"").<String>path("errors[0].code"))
                .isEqualTo("unknown-field");
        assertThat(register(form, 77, CONSENT).statusCode()).isEqualTo(404);
        assertThat(manifest(form).<List<String>>path("items.state")).containsExactly("expected");
    }
}
