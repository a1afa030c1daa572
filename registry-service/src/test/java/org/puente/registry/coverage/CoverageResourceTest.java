package org.puente.registry.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.testing.Tokens;
import org.puente.registry.editing.Editors;
import org.puente.registry.forms.Samples;

@QuarkusTest
class CoverageResourceTest {
    private final String category = "c-" + UUID.randomUUID();

    @Test
    void countsGapsInEveryPartOfTheCountry() {
        String id = offer("mex-stps", false, "MX-OAX");
        map(editor())
                .body("count.gap", equalTo(31))
                .body("count.covered", equalTo(1))
                .body("count.overlap", equalTo(0))
                .body("cells.find { it.area == 'MX-OAX' }.offers", contains(id))
                .body("cells.find { it.area == 'MX-OAX' }.areaName", equalTo("Oaxaca"))
                .body("cells.find { it.area == 'MX-ZAC' }.cover", equalTo("gap"));
    }

    @Test
    void namesOffersThatOverlapAndWhoseTheyAre() {
        String one = offer("mex-stps", false, "MX-OAX");
        String other = offer("mex-sep", false, "MEX");
        map(editor().queryParam("cover", "overlap"))
                .body("cells.area", contains("MX-OAX"))
                .body(
                        "cells[0].overlapping.sort()",
                        equalTo(List.of(one, other).stream().sorted().toList()))
                .body("offers.institution.sort()", contains("mex-sep", "mex-stps"));
    }

    /** A restricted offer's category is none, for whoever may not see the offer. */
    @Test
    void refusesACategoryThatNoOfferHas() {
        refused();
        offer("mex-sep", true, "MX-OAX");
        refused();
    }

    private void refused() {
        editor().queryParam("category", category)
                .get("/v1/directory/map")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:puente:problem:parameter-not-among"))
                .body("detail", not(containsString(category)));
    }

    @Test
    void showsARestrictedOfferToItsOwnInstitutionAndToWhoLooksAfterTheWhole() {
        String other = offer("mex-stps", false, "MX-ZAC");
        String id = offer("mex-sep", true, "MX-OAX");
        map(editor()).body("offers.id", not(hasItem(id))).body("withRestricted", equalTo(false));
        map(as(Tokens.of("mex", "mex-sep", "directory-editor"))).body("offers.id", containsInAnyOrder(id, other));
        map(as(Tokens.region("secretariat")))
                .body("offers.id", containsInAnyOrder(id, other))
                .body("withRestricted", equalTo(true));
    }

    @Test
    void isATableForWhoAsksForOne() {
        String id = offer("mex-stps", false, "MX-OAX");
        String table = editor().accept("text/csv")
                .queryParam("category", category)
                .get("/v1/directory/map")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .header("Content-Disposition", containsString("map.csv"))
                .extract()
                .asString();
        assertThat(table.lines())
                .startsWith("country,area,area_name,level,dimension,category,cover,offers,overlapping")
                .contains("MEX,MX-OAX,Oaxaca,community,economic," + category + ",covered," + id + ",")
                .contains("MEX,MX-ZAC,Zacatecas,community,economic," + category + ",gap,,");
    }

    @Test
    void narrowsToALevelAndADimension() {
        offer("mex-stps", false, "MX-OAX");
        map(editor().queryParam("level", "individual")).body("cells.size()", equalTo(0));
        map(editor().queryParam("level", "community").queryParam("dimension", "economic"))
                .body("cells.size()", equalTo(32))
                .body("nowhere.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "node, cri, mex",
        "level, personal, individual",
        "dimension, cultural, psychosocial",
        "cover, hole, gap",
        "format, xlsx, csv"
    })
    void namesWhatCanBeAskedFor(String parameter, String value, String among) {
        editor().queryParam(parameter, value)
                .get("/v1/directory/map")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(among));
    }

    private String offer(String institution, boolean restricted, String area) {
        ObjectNode entry = Samples.offer();
        entry.put("category", category).put("restricted", restricted);
        entry.putArray("coverage").add(area);
        return Editors.offer(institution, entry);
    }

    private ValidatableResponse map(RequestSpecification request) {
        return request.queryParam("category", category)
                .queryParam("node", "mex")
                .get("/v1/directory/map")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification editor() {
        return as(Tokens.of("mex", "mex-stps", "directory-editor"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
