package org.puente.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.UUID;
import java.util.function.Function;
import org.puente.contracts.Code;
import org.puente.contracts.SlugId;
import org.puente.contracts.UuidId;

/** How the contracts' codes and ids, and text in general, are read and written as JSON. */
final class WireTypes extends SimpleModule {
    WireTypes() {
        super("puente-wire-types");
        addSerializer(Code.class, text(Code::code));
        addSerializer(UuidId.class, text(Object::toString));
        addSerializer(SlugId.class, text(Object::toString));
        addDeserializer(String.class, new Text());
        setDeserializers(new ByKind(String.class, new Text()));
    }

    private static <T> JsonSerializer<T> text(Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                    throws IOException {
                out.writeString(form.apply(value));
            }
        };
    }

    /** Text without control characters (PostgreSQL cannot store U+0000) and lone surrogates. */
    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String value = in.getText();
            if (value.codePoints().anyMatch(Text::unprintable)) {
                return (String)
                        context.handleWeirdStringValue(
                                String.class, "", "holds a character that is not text");
            }
            return value;
        }

        private static boolean unprintable(int c) {
            return (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
                    || c == 0x7f
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }

    private static final class ByKind extends SimpleDeserializers {
        ByKind(Class<String> type, JsonDeserializer<String> text) {
            addDeserializer(type, text);
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return Code.class.isAssignableFrom(type) ? code(type) : null;
        }

        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            Class<?> raw = type.getRawClass();
            if (raw.isRecord() && UuidId.class.isAssignableFrom(raw)) {
                return id(raw, UUID.class, WireTypes::uuid);
            }
            if (raw.isRecord() && SlugId.class.isAssignableFrom(raw)) {
                return id(raw, String.class, Function.identity());
            }
            return super.findBeanDeserializer(type, config, description);
        }
    }

    /** {@code UUID.fromString} also takes shortened forms; only the full one is an id. */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("a UUID of 36 characters is expected");
        }
        return UUID.fromString(text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static JsonDeserializer<?> code(Class<?> type) {
        return scalar(type, text -> Code.of((Class) type, text));
    }

    private static <V> JsonDeserializer<?> id(
            Class<?> type, Class<V> component, Function<String, V> parse) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(component);
            return scalar(type, text -> construct(constructor, parse.apply(text)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is not an id", e);
        }
    }

    private static Object construct(Constructor<?> constructor, Object value) {
        try {
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonDeserializer<?> scalar(Class<?> type, Function<String, Object> parse) {
        return new StdScalarDeserializer<Object>(type) {
            @Override
            public Object deserialize(JsonParser in, DeserializationContext context)
                    throws IOException {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    return context.handleUnexpectedToken(handledType(), in);
                }
                try {
                    return parse.apply(in.getText());
                } catch (IllegalArgumentException e) {
                    return context.handleWeirdStringValue(handledType(), "", e.getMessage());
                }
            }
        };
    }
}
