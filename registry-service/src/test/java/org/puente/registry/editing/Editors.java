package org.puente.registry.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Tokens;
import org.puente.registry.forms.Samples;

/** Institutions of Mexico at work on their entries. */
public final class Editors {
    private Editors() {}

    public static RequestSpecification as(String institution) {
        return given().auth()
                .oauth2(Tokens.of("mex", institution, "directory-editor"))
                .contentType("application/json");
    }

    public static String fresh() {
        return "mex-" + UUID.randomUUID();
    }

    /** A new institution. */
    public static String institution() {
        String id = fresh();
        ObjectNode entry = institutionEntry(id);
        assertThat(put(id, "institutions", id, null, entry).statusCode()).isEqualTo(201);
        return id;
    }

    /** Its entry, assured today, whose reception point is nobody else's. */
    public static ObjectNode institutionEntry(String id) {
        return Samples.with(Samples.institution(), "/receptionPoints/0/id", "\"" + id + "-p\"")
                .put(
                        "assuredOn",
                        LocalDate.ofInstant(TestClock.now(), ZoneOffset.UTC).toString());
    }

    /** A new offer of an institution. */
    public static String offer(String institution, ObjectNode entry) {
        String id = fresh();
        Response response = put(institution, "offers", id, null, entry);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return id;
    }

    /**
     * Writes an entry.
     *
     * @param ifMatch null for a new one
     */
    public static Response put(String institution, String kind, String id, String ifMatch, ObjectNode entry) {
        RequestSpecification request = as(institution).body(entry.toString());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/" + kind + "/" + id);
    }
}
