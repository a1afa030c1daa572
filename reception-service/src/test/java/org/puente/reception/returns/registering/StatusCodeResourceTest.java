package org.puente.reception.returns.registering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class StatusCodeResourceTest extends ReceptionTest {
    @Inject
    DataSource dataSource;

    @Test
    void endsTheOldCodeWithTheNew() {
        Response registered = register(RegistrationForm.filled());
        Response renewed = renew(registered, UUID.randomUUID().toString());

        assertThat(renewed.statusCode()).as(renewed.asString()).isEqualTo(200);
        assertThat(status(registered.path("statusCode"))).isEqualTo(404);
        assertThat(status(renewed.path("statusCode"))).isEqualTo(200);
    }

    @Test
    void leavesTheReturnAndItsVersionAsTheyAre() {
        Response registered = register(RegistrationForm.filled());
        renew(registered, UUID.randomUUID().toString());

        assertThat(intake().get("/v1/returns/" + registered.path("caseId")).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void givesTheSameCodeToTheSameRequestUnderTheSameKey() {
        Response registered = register(RegistrationForm.filled());
        String key = UUID.randomUUID().toString();

        assertThat(renew(registered, key).asString())
                .isEqualTo(renew(registered, key).asString());
    }

    @Test
    void answersARepetitionWithoutTheCodeWhereTheSecretWasReplaced() {
        String key = UUID.randomUUID().toString();
        RegistrationForm form = RegistrationForm.filled();
        Response registered = register(form, key);
        String renewal = UUID.randomUUID().toString();
        renew(registered, renewal);
        execute("update idempotency_key set answer = regexp_replace(answer, 'eyJ[A-Za-z0-9_.-]+', '"
                + "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA', 'g')"
                + " where key in ('" + key + "', '" + renewal + "')");

        Response again = register(form, key);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.<String>path("caseId")).isEqualTo(registered.path("caseId"));
        assertThat(again.<String>path("statusCode")).isNull();
        assertThat(renew(registered, renewal).statusCode()).isEqualTo(200);
    }

    @Test
    void answersARepetitionWithoutTheCodeWhereAnotherWasHandedOutSince() {
        String key = UUID.randomUUID().toString();
        RegistrationForm form = RegistrationForm.filled();
        Response registered = register(form, key);
        String renewal = UUID.randomUUID().toString();
        renew(registered, renewal);
        String last = renew(registered, UUID.randomUUID().toString()).path("statusCode");

        Response again = register(form, key);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.<String>path("caseId")).isEqualTo(registered.path("caseId"));
        assertThat(again.<String>path("statusCode")).isNull();
        assertThat(renew(registered, renewal).<String>path("statusCode")).isNull();
        assertThat(status(last)).isEqualTo(200);
    }

    @Test
    void answersAHouseholdAgainWithoutTheCodesThatOthersHaveReplaced() {
        String key = UUID.randomUUID().toString();
        ObjectNode form = Households.family();
        Response registered = Households.post(form, key);
        renew(registered.<String>path("members[1].caseId"), UUID.randomUUID().toString());

        Response again = Households.post(form, key);

        assertThat(again.<String>path("members[0].statusCode")).isEqualTo(registered.path("members[0].statusCode"));
        assertThat(again.<String>path("members[1].statusCode")).isNull();
    }

    @Test
    void writesDownWhoHandedItOut() {
        Response registered = register(RegistrationForm.filled());
        renew(registered, UUID.randomUUID().toString());

        assertThat(count("select count(*) from audit where action = 'status-code.handed-out'"
                        + " and actor = 'gtm-igm' and subject = '"
                        + registered.path("caseId")
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesNoCodeToAnotherInstitution() {
        Response registered = register(RegistrationForm.filled());

        assertThat(by("gtm-other").post(path(registered)).statusCode()).isEqualTo(404);
        assertThat(status(registered.path("statusCode"))).isEqualTo(200);
    }

    @Test
    void keepsNoCodeInTheDatabaseNotEvenInAnswersThatAreToBeRepeated() throws SQLException {
        Response registered = register(RegistrationForm.filled());
        Response renewed = renew(registered, UUID.randomUUID().toString());
        List<String> codes = List.of(registered.path("statusCode"), renewed.<String>path("statusCode"));

        assertThat(rowsWith("Zenaida")).as("rows are looked through").isPositive();
        for (String code : codes) {
            assertThat(rowsWith(code)).isZero();
            assertThat(rowsWith(code.replace("-", ""))).isZero();
        }
    }

    private long rowsWith(String text) throws SQLException {
        long rows = 0;
        for (String table : tables()) {
            rows += count("select count(*) from %s it where cast(it as text) like '%%%s%%'".formatted(table, text));
        }
        return rows;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static Response register(RegistrationForm form, String key) {
        return intake().header("Idempotency-Key", key).body(form.json()).post("/v1/returns");
    }

    private static Response renew(Response registered, String key) {
        return renew(registered.<String>path("caseId"), key);
    }

    private static Response renew(String caseId, String key) {
        return intake().header("Idempotency-Key", key).post("/v1/returns/" + caseId + "/status-code");
    }

    private static String path(Response registered) {
        return "/v1/returns/" + registered.path("caseId") + "/status-code";
    }

    private static int status(String code) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "10.5.0.1")
                .body("{\"code\": \"%s\", \"birthYear\": 1991}".formatted(code))
                .post("/v1/status")
                .statusCode();
    }
}
