package org.puente.reception.returns.registering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static Response renew(Response registered, String key) {
        return intake().header("Idempotency-Key", key).post(path(registered));
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
