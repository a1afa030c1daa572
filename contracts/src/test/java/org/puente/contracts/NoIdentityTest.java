package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No fact has room for what identifies a person; whatever does is sealed, in a dossier. */
class NoIdentityTest {

    private static final String IDENTIFYING =
            "(?i).*(name|surname|apellido|document|number|phone|mail|address|street|birth|photo|text"
                    + "|note|comment|remark|description|message|title|contact|biometric|gender).*";

    /** Of offices and services, which are public, and of kinds of papers. */
    private static final Set<String> OF_THE_DIRECTORY = Set.of(
            "node.published name",
            "institution.published name",
            "institution.published receptionPoints[]/name",
            "offer.published name",
            "offer.published contact",
            "offer.published contact/phone",
            "offer.published contact/email",
            "offer.published eligibility/documents",
            "offer.published eligibility/documents[]");

    private static final Set<String> FORMATS = Set.of("uuid", "date", "date-time", "duration", "uri");

    /** A time of day. */
    private static final String CLOCK = "^(?:([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)$";

    /** Shapes that only public entries of the directory, and only dossiers, may have. */
    private static final Set<Shape> PUBLIC = Set.of(Shape.TITLE, Shape.PHONE, Shape.EMAIL);

    @Test
    void everyTextIsAWordAFormatOrAKnownShape() {
        assertThat(texts()).allMatch(place -> closed(place.schema()));
    }

    @Test
    void onlyTheDirectoryHasPublicNamesAndContacts() {
        assertThat(texts())
                .filteredOn(place -> PUBLIC.stream().anyMatch(shape -> has(place, shape)))
                .allMatch(place -> place.type().stream() == org.puente.contracts.Stream.DIRECTORY);
    }

    @Test
    void onlyDossiersAndManifestsAreOpaque() {
        assertThat(texts())
                .filteredOn(place -> has(place, Shape.JWE))
                .allMatch(place -> place.type() == FactType.DOSSIER_SEALED || place.type() == FactType.MANIFEST_SEALED);
    }

    @Test
    void noPropertyIsNamedAsIdentityIs() {
        assertThat(places().filter(place -> place.name().matches(IDENTIFYING)))
                .extracting(NoIdentityTest::spoken)
                .containsExactlyInAnyOrderElementsOf(OF_THE_DIRECTORY);
    }

    @Test
    void noDayIsABirthday() {
        assertThat(places().filter(
                                place -> place.schema().path("format").asText().equals("date")))
                .extracting(SchemaWalk.Place::name)
                .containsOnly("returnedOn", "expectedOn", "validUntil", "assuredOn", "dueOn");
    }

    @Test
    void noPlaceIsNearerThanASubdivision() {
        assertThat(places().filter(place -> place.path().startsWith("destination/")))
                .extracting(SchemaWalk.Place::name)
                .containsOnly("country", "subdivision");
    }

    private static boolean closed(JsonNode schema) {
        Set<String> patterns = Stream.concat(
                        Arrays.stream(Shape.values()).map(NoIdentityTest::pattern), Stream.of(CLOCK))
                .collect(Collectors.toSet());
        return schema.has("enum")
                || schema.has("const")
                || FORMATS.contains(schema.path("format").asText())
                || patterns.contains(schema.path("pattern").asText());
    }

    private static boolean has(SchemaWalk.Place place, Shape shape) {
        return place.schema().path("pattern").asText().equals(pattern(shape));
    }

    private static String pattern(Shape shape) {
        return "^(?:" + shape.regex() + ")$";
    }

    private static String spoken(SchemaWalk.Place place) {
        return place.type().resource().replace("schemas/", "").replace(".v1.json", "") + " " + place.path();
    }

    /** Whatever may hold a text: strings, and what does not say what it is. */
    private static List<SchemaWalk.Place> texts() {
        Set<String> others = Set.of("object", "array", "integer", "number", "boolean");
        return places().filter(
                        place -> !others.contains(place.schema().path("type").asText()))
                .toList();
    }

    private static Stream<SchemaWalk.Place> places() {
        return Arrays.stream(FactType.values()).flatMap(type -> SchemaWalk.places(type).stream());
    }
}
