package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schema and record take and refuse the same. */
class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void takesTheExample(FactType type) {
        assertThat(schema(type).validate(Wire.example(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsAndWritesTheExampleUnchanged(FactType type) throws JsonProcessingException {
        Fact fact = Wire.JSON.treeToValue(Wire.example(type), type.fact());
        assertThat(Wire.JSON.readTree(Wire.JSON.writeValueAsString(fact))).isEqualTo(Wire.example(type));
    }

    @ParameterizedTest
    @EnumSource
    void theExampleShowsEveryProperty(FactType type) {
        Stream<String> shown = spots(Wire.example(type)).map(spot -> spot.path).filter(path -> !path.isEmpty());
        assertThat(new TreeSet<>(shown.toList())).isEqualTo(SchemaWalk.paths(type));
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheRecordOnWhatMayBeMissing(FactType type) {
        assertThat(disagreements(type, Spot::remove)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheRecordThatFreeTextIsRefused(FactType type) {
        assertThat(disagreements(type, spot -> spot.text("Ana\nPérez, 5551-2345")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesFreeTextWhereverATextIs(FactType type) {
        JsonSchema schema = schema(type);
        List<Spot> taken = spots(Wire.example(type))
                .filter(spot -> spot.value.isTextual())
                .filter(spot -> spot.text("Ana\nPérez, 5551-2345"))
                .filter(spot -> schema.validate(spot.root).isEmpty())
                .toList();
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheRecordThatNumbersAreBounded(FactType type) {
        assertThat(disagreements(type, spot -> spot.number(-1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPropertyThatItDoesNotKnowAtAnyDepth(FactType type) {
        JsonSchema schema = schema(type);
        List<Spot> taken = spots(Wire.example(type))
                .filter(Spot::extra)
                .filter(spot -> schema.validate(spot.root).isEmpty())
                .toList();
        assertThat(taken).isEmpty();
    }

    /**
     * The spots at which, once changed, one of schema and record takes the fact and the other
     * doesn't.
     */
    private static List<String> disagreements(FactType type, Consumer<Spot> change) {
        JsonSchema schema = schema(type);
        List<String> paths = new ArrayList<>();
        spots(Wire.example(type)).forEach(spot -> {
            change.accept(spot);
            if (schema.validate(spot.root).isEmpty() != reads(type, spot.root)) {
                paths.add(spot.path);
            }
        });
        return paths;
    }

    private static boolean reads(FactType type, JsonNode fact) {
        try {
            Wire.JSON.treeToValue(fact, type.fact());
            return true;
        } catch (JsonProcessingException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static JsonSchema schema(FactType type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Wire.schema(type),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** Every value in a fact, each in a copy of the whole that may be changed. */
    private static Stream<Spot> spots(JsonNode fact) {
        List<String> pointers = new ArrayList<>(List.of(""));
        pointers(fact, "", pointers);
        return pointers.stream().map(pointer -> new Spot(fact.deepCopy(), pointer));
    }

    private static void pointers(JsonNode node, String at, List<String> into) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(child -> {
                into.add(at + "/" + child.getKey());
                pointers(child.getValue(), at + "/" + child.getKey(), into);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                into.add(at + "/" + i);
                pointers(array.get(i), at + "/" + i, into);
            }
        }
    }

    private static final class Spot {
        private final JsonNode root;
        private final JsonNode value;
        private final JsonNode parent;
        private final String name;
        private final String path;

        Spot(JsonNode root, String pointer) {
            int last = pointer.lastIndexOf('/');
            this.root = root;
            this.value = root.at(pointer);
            this.parent = last < 0 ? null : root.at(pointer.substring(0, last));
            this.name = pointer.substring(last + 1);
            this.path = pointer.replaceAll("/[0-9]+", "[]").replaceFirst("^/", "");
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            }
        }

        boolean text(String text) {
            return value.isTextual() && replace(Wire.JSON.getNodeFactory().textNode(text));
        }

        boolean number(int number) {
            return value.isNumber() && replace(Wire.JSON.getNodeFactory().numberNode(number));
        }

        boolean extra() {
            return value instanceof ObjectNode object && object.put("nickname", "x") != null;
        }

        private boolean replace(JsonNode by) {
            return parent instanceof ObjectNode object
                    ? object.replace(name, by) != null
                    : ((ArrayNode) parent).set(Integer.parseInt(name), by) != null;
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
