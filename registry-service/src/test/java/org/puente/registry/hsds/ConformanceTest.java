package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.json.Json;

/** Every answer of the public face, held against the schemas that Open Referral publishes. */
@QuarkusTest
class ConformanceTest {
    private static final String ROOT = "/paths/~1/get/responses/200/content/application~1json/schema";
    private static final String PAGE = "/components/schemas/Page";

    private HsdsSchemas schemas;
    private OfferPublished offer;

    @BeforeEach
    void anOfferOfWhichEverythingIsKnown() {
        schemas = HsdsSchemas.published();
        offer = Guatemala.publish();
    }

    @Test
    void noticesWhatDoesNotFit() {
        ObjectNode wrong = Json.mapper().createObjectNode().put("id", "mex-salud");
        assertThat(schemas.faults("service", wrong)).hasSizeGreaterThan(1);
        assertThat(schemas.faultsByOpenApi(PAGE, wrong.put("total_items", "many")))
                .isNotEmpty();
        assertThat(schemas.faultsByOpenApi(ROOT, wrong.put("profile", "no address")))
                .isNotEmpty();
    }

    @Test
    void servesEveryPathOfTheStandard() {
        assertThat(schemas.paths())
                .allSatisfy(path -> assertThat(described()).containsKey(path.equals("/") ? "/hsds" : "/hsds" + path));
    }

    private static Map<String, Object> described() {
        return given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");
    }

    @Test
    void describesThePublicDirectory() {
        assertThat(schemas.faultsByOpenApi(ROOT, answer("/hsds", "es"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "services, service, es",
        "services, service, en",
        "services?full=true, service, es",
        "organizations, organization, es",
        "organizations, organization, en",
        "organizations?full=true, organization, es",
        "organizations?full_service=true, organization, es",
        "locations, location, es",
        "locations, location, en",
        "service_at_locations, service_at_location, es",
        "service_at_locations?full=true, service_at_location, en",
        "taxonomies, taxonomy, es",
        "taxonomies, taxonomy, en",
        "taxonomy_terms, taxonomy_term, es",
        "taxonomy_terms, taxonomy_term, en",
    })
    void listsWhatFits(String list, String object, String language) {
        JsonNode page = answer("/hsds/" + list + (list.contains("?") ? "&" : "?") + "per_page=500", language);
        assertThat(schemas.faultsByOpenApi(PAGE, page)).isEmpty();
        assertThat(page.get("contents")).isNotEmpty();
        assertThat(page.get("contents"))
                .allSatisfy(entry -> assertThat(schemas.faults(object, entry)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "services, service",
        "organizations, organization",
        "locations, location",
        "service_at_locations, service_at_location",
        "taxonomies, taxonomy",
        "taxonomy_terms, taxonomy_term",
    })
    void showsEachEntryOfAListAsFits(String list, String object) {
        Map<String, Object> faults = new TreeMap<>();
        for (JsonNode entry : answer("/hsds/" + list + "?per_page=500", "es").get("contents")) {
            String path = "/hsds/" + list + "/" + entry.get("id").textValue();
            var here = schemas.faults(object, answer(path, "en"));
            if (!here.isEmpty()) {
                faults.put(path, here);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void showsAnOfferOfWhichEverythingIsKnownAsFits() {
        JsonNode service = answer(Guatemala.path(offer), "es");
        assertThat(service.get("service_at_locations")).isNotEmpty();
        assertThat(schemas.faults("service", service)).isEmpty();
    }

    private static JsonNode answer(String path, String language) {
        var response = given().header("Accept-Language", language).get(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(200);
        return response.as(JsonNode.class);
    }
}
