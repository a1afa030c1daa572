package org.puente.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every place of a schema, with references followed. */
final class SchemaWalk {

    /**
     * @param path as {@code needs[].category}
     * @param schema what it must be, with its reference followed
     */
    record Place(FactType type, String path, JsonNode schema) {

        /** The property's name, or that of the list that it is in. */
        String name() {
            return path.replaceAll(".*[/.]", "").replace("[]", "");
        }

        @Override
        public String toString() {
            return type.resource() + " " + path;
        }
    }

    private SchemaWalk() {}

    static List<Place> places(FactType type) {
        List<Place> places = new ArrayList<>();
        JsonNode root = Wire.schema(type);
        walk(type, root, root, "", places);
        return places;
    }

    static Set<String> paths(FactType type) {
        return places(type).stream().map(Place::path).collect(Collectors.toCollection(TreeSet::new));
    }

    static JsonNode follow(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static void walk(FactType type, JsonNode root, JsonNode schema, String at, List<Place> into) {
        String prefix = at.isEmpty() ? "" : at + "/";
        schema.path("properties")
                .properties()
                .forEach(property -> enter(type, root, property.getValue(), prefix + property.getKey(), into));
        if (schema.has("items")) {
            enter(type, root, schema.get("items"), at + "[]", into);
        }
    }

    private static void enter(FactType type, JsonNode root, JsonNode schema, String path, List<Place> into) {
        JsonNode followed = follow(root, schema);
        into.add(new Place(type, path, followed));
        walk(type, root, followed, path, into);
    }
}
