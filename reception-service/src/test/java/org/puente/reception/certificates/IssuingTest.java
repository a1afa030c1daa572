package org.puente.reception.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class IssuingTest extends CertificateTestBase {
    @Test
    void isIssuedForAYear() {
        Response issued = issued(registered());

        assertThat(issued.<String>path("status")).isEqualTo("valid");
        assertThat(issued.<String>path("validUntil"))
                .isEqualTo(today().plusYears(1).toString());
        assertThat(issued.<String>path("initials")).isEqualTo("ZQ");
        assertThat(issued.<String>path("returnedOn")).isEqualTo("2025-01-02");
        assertThat(code(issued)).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void needsNoBody() {
        assertThat(intake().post(path(registered())).statusCode()).isEqualTo(201);
    }

    @Test
    void handsOutANewStatusCodeWhereNoneIsBrought() {
        Response registered = registered();
        Response issued = issued(registered);

        assertThat(status(registered.path("statusCode"))).isEqualTo(404);
        assertThat(status(issued.path("statusCode"))).isEqualTo(200);
    }

    @Test
    void printsTheStatusCodeThatIsBrought() throws IOException {
        Response registered = registered();
        String statusCode = registered.path("statusCode");
        Response issued = issue(registered, "{\"statusCode\": \"%s\"}".formatted(statusCode.toLowerCase()));

        assertThat(issued.<String>path("statusCode")).isEqualTo(statusCode);
        assertThat(status(statusCode)).isEqualTo(200);
        assertThat(RenderedPdf.text(printed(issued))).contains(statusCode);
    }

    @Test
    void refusesAStatusCodeThatIsNotInForce() {
        String ofSomebodyElse = registered().path("statusCode");
        Response refused = issue(registered(), "{\"statusCode\": \"%s\"}".formatted(ofSomebodyElse));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/statusCode");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("status-code-not-in-force");
    }

    @Test
    void printsNoStatusCodeThatHasEndedSince() throws IOException {
        Response registered = registered();
        Response issued = issued(registered);
        intake().post("/v1/returns/" + registered.path("caseId") + "/status-code")
                .then()
                .statusCode(200);

        assertThat(RenderedPdf.text(printed(issued))).doesNotContain(issued.<String>path("statusCode"));
    }

    @Test
    void keepsNoStatusCodeInTheClear() {
        Response issued = issued(registered());
        String statusCode = issued.path("statusCode");

        for (String table : new String[] {"certificate", "idempotency_key", "return_case"}) {
            assertThat(count("select count(*) from %s it where cast(it as text) like '%%%s%%'"
                            .formatted(table, statusCode)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void givesTheSameAnswerUnderTheSameKey() {
        Response registered = registered();
        String key = UUID.randomUUID().toString();
        String first = intake().header("Idempotency-Key", key)
                .body("{}")
                .post(path(registered))
                .asString();

        assertThat(intake().header("Idempotency-Key", key)
                        .body("{}")
                        .post(path(registered))
                        .asString())
                .isEqualTo(first);
        assertThat(intake().get(path(registered)).<Integer>path("items.size()")).isOne();
    }

    @Test
    void anotherOneSupersedesTheFirstWhichStaysInTheHistory() {
        Response registered = registered();
        String first = code(issued(registered));
        String second = code(issued(registered));
        Response history = intake().get(path(registered));

        assertThat(history.<java.util.List<String>>path("items.code")).containsExactly(second, first);
        assertThat(history.<java.util.List<String>>path("items.status")).containsExactly("valid", "superseded");
        assertThat(check(first).<String>path("status")).isEqualTo("revoked");
        assertThat(check(second).<String>path("status")).isEqualTo("valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "stolen", "wrong-data", "issued-in-error", "misused", "other"})
    void isRevokedWithAReasonThatOnlyItsInstitutionReads(String reason) {
        Response issued = issued(registered());
        Response revoked = revoke(issued, reason);

        assertThat(revoked.statusCode()).as(revoked.asString()).isEqualTo(200);
        assertThat(revoked.<String>path("status")).isEqualTo("revoked");
        assertThat(revoked.<String>path("revocationReason")).isEqualTo(reason);
        assertThat(check(code(issued)).asString()).doesNotContain(reason);
    }

    @Test
    void isNotRevokedWithoutAReason() {
        Response issued = issued(registered());

        assertThat(intake().body("{}")
                        .post(issued.header("Location") + "/revocation")
                        .statusCode())
                .isEqualTo(400);
        assertThat(check(code(issued)).<String>path("status")).isEqualTo("valid");
    }

    @Test
    void isNotPrintedOnceItIsNotValid() {
        Response issued = issued(registered());
        revoke(issued, "lost");
        Response refused = print(issued);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void leavesTheReturnAndItsVersionAsTheyAre() {
        Response registered = registered();
        issued(registered);

        assertThat(intake().get("/v1/returns/" + registered.path("caseId")).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void saysWhatWasSoWhenItWasIssuedAlsoAfterAnAmendment() throws IOException {
        RegistrationForm form = RegistrationForm.filled();
        Response registered = registered(form);
        Response issued = issued(registered);
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"person\": {\"givenNames\": \"Otra\"}}")
                .patch("/v1/returns/" + registered.path("caseId"))
                .then()
                .statusCode(200);

        assertThat(RenderedPdf.text(printed(issued))).contains(form.text("/person/givenNames"));
        assertThat(issued(registered).<String>path("initials")).isEqualTo("OQ");
    }

    @Test
    void namesItsInstitutionItsCountryAndThePlaceInWords() throws IOException {
        assertThat(RenderedPdf.text(printed(issued(registered()))))
                .contains("Institución gtm-igm", "Guatemala", "Centro gtm-fag");
    }

    @Test
    void isIssuedReadPrintedListedAndRevokedUnderAudit() {
        Response registered = registered();
        Response issued = issued(registered);
        intake().get(issued.header("Location")).then().statusCode(200);
        printed(issued);
        intake().get(path(registered)).then().statusCode(200);
        revoke(issued, "lost");

        assertThat(audited(registered, "certificate.issued")).isOne();
        assertThat(audited(registered, "certificate.read")).isEqualTo(2);
        assertThat(audited(registered, "certificates.listed")).isOne();
        assertThat(audited(registered, "certificate.revoked")).isOne();
    }

    @Test
    void isNotFoundAtAnotherReturn() {
        Response issued = issued(registered());

        assertThat(intake().get(path(registered()) + "/" + code(issued)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void doesNotExistForAnotherInstitution() {
        Response registered = registered();
        Response issued = issued(registered);
        String location = issued.header("Location");

        assertThat(by("gtm-other").get(location).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other").accept("application/pdf").get(location).statusCode())
                .isEqualTo(404);
        assertThat(by("gtm-other").get(path(registered)).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other").post(path(registered)).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other")
                        .body("{\"reason\": \"lost\"}")
                        .post(location + "/revocation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(check(code(issued)).<String>path("status")).isEqualTo("valid");
    }

    @Test
    void isErasedWithItsReturn() {
        Response registered = registered();
        Response issued = issued(registered);
        erase(registered);

        assertThat(count("select count(*) from certificate where case_id = '" + registered.path("caseId") + "'"))
                .isZero();
        assertThat(check(code(issued)).statusCode()).isEqualTo(404);
    }

    private long audited(Response registered, String action) {
        return count("select count(*) from audit where action = '%s' and subject = '%s'"
                .formatted(action, registered.<String>path("caseId")));
    }

    private int status(String code) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body("{\"code\": \"%s\", \"birthYear\": 1991}".formatted(code))
                .post("/v1/status")
                .statusCode();
    }
}
