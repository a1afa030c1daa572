package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.directory.Facet;
import org.puente.registry.directory.Offers;
import org.puente.registry.directory.Term;

@QuarkusTest
class TaxonomyTest {

    @Test
    void hasLevelDimensionAndCategoryAtTheTop() {
        terms("top_only", "true", "es")
                .then()
                .body("contents.code", contains("level", "dimension", "category"))
                .body("contents.taxonomy_id", everyItem(equalTo(Taxonomy.ID.toString())));
    }

    @Test
    void putsTheWordsOfAFacetUnderIt() {
        terms("parent_id", id(Facet.LEVEL, null), "es")
                .then()
                .body("contents.code", containsInAnyOrder("individual", "community", "structural"));
    }

    @ParameterizedTest
    @CsvSource({"es, Salud", "en, Health"})
    void namesATermInTheLanguageOfTheRequest(String language, String name) {
        given().header("Accept-Language", language)
                .get("/hsds/taxonomy_terms/" + id(Facet.CATEGORY, "health"))
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("language", equalTo(language))
                .body("parent_id", equalTo(id(Facet.CATEGORY, null)))
                .body("taxonomy_detail.id", equalTo(Taxonomy.ID.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void hasWordsForEveryTermOfThisBuild(String language) {
        JsonPath shown = terms("taxonomy_id", Taxonomy.ID.toString(), language).jsonPath();
        List<String> words = shown.getList("contents.name");
        words.addAll(shown.getList("contents.description"));
        assertThat(words).noneMatch(text -> text.startsWith("term-") || text.startsWith("about-"));
    }

    @Test
    void takesInACategoryThatAnInstitutionHasIntroduced() {
        Guatemala.publish(Offers.of(
                "gtm",
                "gtm-" + UUID.randomUUID(),
                "Marimba",
                "marimba-lessons",
                false,
                DirectoryStatus.ACTIVE,
                Guatemala.NOON));
        terms("search", "marimba", "en").then().body("contents.name", contains("marimba lessons"));
    }

    @Test
    void givesAServiceItsTerms() {
        given().get(Guatemala.path(Guatemala.publish()))
                .then()
                .body("attributes.link_type", contains("level", "dimension", "category"))
                .body(
                        "attributes.taxonomy_term_id",
                        hasItems(id(Facet.LEVEL, "community"), id(Facet.DIMENSION, "social")))
                .body("description", equalTo("Nivel: Comunitario; Dimensión: Social; Categoría: Empleo"));
    }

    @Test
    void findsATermByItsWords() {
        terms("search", "economica", "es").then().body("contents.code", contains("economic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxonomies", "taxonomy_terms"})
    void answersAnUnknownIdAsAProblem(String list) {
        given().get("/hsds/" + list + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static String id(Facet facet, String code) {
        return TaxonomyTerm.idOf(new Term(facet, code)).toString();
    }

    private static Response terms(String parameter, String value, String language) {
        return given().header("Accept-Language", language)
                .queryParam(parameter, value)
                .queryParam("per_page", 500)
                .get("/hsds/taxonomy_terms");
    }
}
