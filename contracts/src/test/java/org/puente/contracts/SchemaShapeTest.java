package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema has the components of its record, in their order, and the words of its enums. */
class SchemaShapeTest {

    private static final Map<Type, String> FORMATS = Map.of(
            Instant.class, "date-time",
            LocalDate.class, "date",
            Duration.class, "duration",
            URI.class, "uri");

    @ParameterizedTest
    @EnumSource
    void isNamedByItsType(FactType type) {
        assertThat(Wire.schema(type).path("$id").asText())
                .isEqualTo(type.schema().toString());
    }

    @ParameterizedTest
    @EnumSource
    void isOfDraft202012(FactType type) {
        assertThat(Wire.schema(type).path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @EnumSource
    void hasTheShapeOfItsRecord(FactType type) {
        SoftAssertions all = new SoftAssertions();
        compare(all, type.type(), Wire.schema(type), Wire.schema(type), type.fact());
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryProperty(FactType type) {
        assertThat(SchemaWalk.places(type))
                .filteredOn(place -> !place.path().endsWith("[]"))
                .allMatch(place -> place.schema().path("description").asText().endsWith("."));
    }

    private static void compare(SoftAssertions all, String at, JsonNode root, JsonNode unfollowed, Type type) {
        JsonNode schema = SchemaWalk.follow(root, unfollowed);
        if (type instanceof ParameterizedType list) {
            is(all, at, schema, "type", "array");
            compare(all, at + "[]", root, schema.path("items"), list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> plain && plain.isRecord() && !isId(plain)) {
            components(all, at, root, schema, plain);
        } else if (type instanceof Class<?> word && Code.class.isAssignableFrom(word)) {
            List<String> codes = Arrays.stream(word.getEnumConstants())
                    .map(c -> ((Code) c).code())
                    .toList();
            all.assertThat(schema.path("enum").valueStream().map(JsonNode::asText))
                    .as(at)
                    .containsExactlyElementsOf(codes);
        } else {
            value(all, at, schema, type);
        }
    }

    private static void components(SoftAssertions all, String at, JsonNode root, JsonNode schema, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        all.assertThat(schema.path("properties").propertyStream().map(Map.Entry::getKey))
                .as(at)
                .containsExactlyElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        all.assertThat(schema.path("additionalProperties").asText()).as(at).isEqualTo("false");
        for (RecordComponent component : components) {
            compare(
                    all,
                    at + "/" + component.getName(),
                    root,
                    schema.path("properties").path(component.getName()),
                    component.getGenericType());
        }
    }

    private static void value(SoftAssertions all, String at, JsonNode schema, Type type) {
        if (type == int.class || type == Integer.class) {
            all.assertThat(schema.path("type").asText("integer")).as(at).isEqualTo("integer");
        } else if (type == Double.class) {
            is(all, at, schema, "type", "number");
        } else if (type == boolean.class || type == Boolean.class) {
            is(all, at, schema, "type", "boolean");
        } else if (FORMATS.containsKey(type)) {
            is(all, at, schema, "format", FORMATS.get(type));
        } else if (UuidId.class.isAssignableFrom((Class<?>) type)) {
            is(all, at, schema, "format", "uuid");
        } else if (type == NodeId.class) {
            is(all, at, schema, "pattern", "^(?:" + Shape.NODE.regex() + ")$");
        } else if (SlugId.class.isAssignableFrom((Class<?>) type)) {
            is(all, at, schema, "pattern", "^(?:" + Shape.SLUG.regex() + ")$");
        } else {
            all.assertThat(schema.has("pattern") || schema.has("const")).as(at).isTrue();
        }
    }

    private static void is(SoftAssertions all, String at, JsonNode schema, String key, String value) {
        all.assertThat(schema.path(key).asText()).as(at + " " + key).isEqualTo(value);
    }

    private static boolean isId(Class<?> type) {
        return UuidId.class.isAssignableFrom(type) || SlugId.class.isAssignableFrom(type);
    }
}
