package org.puente.reception.returns.retention;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.FactType;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.identity.IdentityDocument;

/** What is left in the database of somebody whose return was erased. */
@QuarkusTest
class ErasureTest extends ReceptionTest {
    private static final RestAssuredConfig LINES = RestAssuredConfig.config()
            .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @Inject
    Fingerprints fingerprints;

    @Test
    void leavesNothingThatSaysWhoItWas() throws SQLException {
        String dui = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled()
                .document("dui", dui)
                .with("/person/phones", "['+50255550147']")
                .with("/restricted/health", "'Erasmitis crónica'");
        Response registered = used(form);
        List<String> says = List.of(
                form.text("/person/givenNames"),
                form.text("/person/familyNames"),
                dui,
                dui.replace("-", ""),
                "+50255550147",
                "Erasmitis",
                document(dui),
                registered.path("statusCode"));
        assertThat(found(says)).isNotEmpty();

        erase(registered);
        awaitEmptyOutbox();

        assertThat(found(says)).isEmpty();
    }

    /** An id that no row links with a person is one of many: so facts that hold it name nobody. */
    @Test
    void leavesTheIdsOfFactsOnlyWhereNothingSaysWhoseTheyWere() throws SQLException {
        Response registered = used(RegistrationForm.filled().document("dui", RegistrationForm.dui()));
        erase(registered);
        awaitEmptyOutbox();

        assertThat(found(List.of(registered.<String>path("caseId"))).keySet())
                .isSubsetOf("audit", "data_request", "idempotency_key", "inbox");
        assertThat(found(List.of(registered.<String>path("personId"))).keySet()).isSubsetOf("idempotency_key");
        assertThat(found(List.of(registered.<String>path("consentId"))).keySet())
                .isSubsetOf("audit", "idempotency_key", "inbox");
    }

    @Test
    void isPublishedOnceAsTheLastFactOfTheReturn() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");

        erase(registered);
        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(404);

        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.Erased.class))
                .extracting(fact -> fact.institution().value())
                .containsExactly("gtm-igm");
        assertThat(Wire.header(Wire.dump(RETURNS, caseId).getLast(), "ce_type"))
                .isEqualTo(FactType.RETURN_ERASED.type());
    }

    @Test
    void isNotPublishedWhileAConsentStands() {
        String caseId = register(RegistrationForm.filled()).path("caseId");

        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(409);

        awaitEmptyOutbox();
        assertThat(Wire.facts(RETURNS, caseId, ReturnFact.Erased.class)).isEmpty();
    }

    /** Who registers the same papers again is somebody new: no secret of the node leads to the facts of before. */
    @Test
    void givesAnotherPseudonymToWhoComesAgainWithTheSamePapers() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response before = register(form);
        erase(before);

        Response again = register(form);

        assertThat(again.<String>path("personId")).isNotEqualTo(before.path("personId"));
    }

    @Test
    void takesAwayUnderWhichKeyOfAClientTheReturnCame() throws SQLException {
        String key = "fila-" + UUID.randomUUID();
        String row = RegistrationForm.filled().with("/key", "'" + key + "'").json() + "\n";
        Response batch = batch(row);
        assertThat(batch.statusCode()).as(batch.asString()).isEqualTo(200);
        assertThat(count("select count(*) from registration_key where key = '" + key + "'"))
                .isOne();
        String caseId = text("select case_id from registration_key where key = '" + key + "'");
        String consent = text("select consent_id from registration_key where key = '" + key + "'");
        intake().delete("/v1/returns/" + caseId + "/consents/" + consent).then().statusCode(204);
        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(204);

        awaitEmptyOutbox();

        assertThat(found(List.of(key))).isEmpty();
        assertThat(found(List.of(caseId, consent)).keySet()).isSubsetOf("audit", "inbox");
        Response again = batch(row);
        assertThat(again.asString()).contains("row-erased");
    }

    private static Response batch(String rows) {
        return intake().config(LINES)
                .contentType("application/x-ndjson; charset=UTF-8")
                .body(rows)
                .post("/v1/returns/batches");
    }

    private Response used(RegistrationForm form) {
        Response registered = register(form);
        String caseId = registered.path("caseId");
        intake().body("{\"kinds\": [\"food\"]}").post("/v1/returns/" + caseId + "/help");
        intake().body("{}").put("/v1/returns/" + caseId + "/departure");
        intake().body("{}").post("/v1/returns/" + caseId + "/certificates");
        intake().body("{\"caseId\": \"%s\", \"kind\": \"erasure\", \"details\": \"Soy %s\"}"
                        .formatted(caseId, form.text("/person/familyNames")))
                .post("/v1/data-requests");
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"will\": \"voluntary\"}")
                .patch("/v1/returns/" + caseId)
                .then()
                .statusCode(200);
        return registered;
    }

    private String document(String dui) {
        IdentityDocument document =
                Json.read("{\"kind\": \"dui\", \"number\": \"%s\"}".formatted(dui), IdentityDocument.class);
        return fingerprints.of(List.of(document), "HND").iterator().next();
    }

    /** The tables with a row that holds one of the texts, and which. */
    private static Map<String, List<String>> found(List<String> texts) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Connection connection = databaseConnection()) {
            for (String table : tables(connection)) {
                for (String text : texts) {
                    try (var statement = connection.prepareStatement(
                            "select count(*) from " + table + " one where position(? in cast(one as text)) > 0")) {
                        statement.setString(1, text);
                        ResultSet result = statement.executeQuery();
                        result.next();
                        if (result.getLong(1) > 0) {
                            found.computeIfAbsent(table, first -> new ArrayList<>())
                                    .add(text);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        ResultSet result = connection
                .createStatement()
                .executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'");
        while (result.next()) {
            tables.add(result.getString(1));
        }
        return tables;
    }

    private static String text(String sql) {
        try (Connection connection = databaseConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
