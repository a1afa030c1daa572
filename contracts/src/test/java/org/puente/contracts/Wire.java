package org.puente.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Function;

/**
 * The JSON that the contract describes, by the shortest way that Jackson has to read and write it.
 */
final class Wire {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(words())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Wire() {}

    static JsonNode schema(FactType type) {
        return resource(type.resource());
    }

    static JsonNode example(FactType type) {
        return resource(type.resource().replace("schemas/", "examples/"));
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Wire.class.getClassLoader().getResourceAsStream(name)) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Code.class, text(Code.class, Code::code));
        module.addSerializer(UuidId.class, text(UuidId.class, UuidId::toString));
        module.addSerializer(SlugId.class, text(SlugId.class, SlugId::toString));
        for (Class<?> id : UuidId.class.getPermittedSubclasses()) {
            id(module, id, UUID.class);
        }
        for (Class<?> id : SlugId.class.getPermittedSubclasses()) {
            id(module, id, String.class);
        }
        return module.setDeserializerModifier(new CodesAreWords());
    }

    private static <T> void id(SimpleModule module, Class<T> id, Class<?> value) {
        module.addDeserializer(id, reading(text -> {
            Object plain = value == UUID.class ? Require.uuid(text) : text;
            try {
                return id.getConstructor(value).newInstance(plain);
            } catch (ReflectiveOperationException refused) {
                throw new IllegalArgumentException(refused.getCause());
            }
        }));
    }

    private static <T> JsonSerializer<T> text(Class<T> type, Function<T, String> word) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(word.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> reading(Function<String, T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException, JacksonException {
                return reading.apply(json.getValueAsString());
            }
        };
    }

    private static final class CodesAreWords extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
            Class raw = type.getRawClass();
            return Code.class.isAssignableFrom(raw) ? reading(word -> Code.of(raw, word)) : usual;
        }
    }
}
