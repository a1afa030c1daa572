package org.puente.platform.json;

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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.puente.contracts.Code;
import org.puente.contracts.SlugId;
import org.puente.contracts.Times;
import org.puente.contracts.UuidId;

/** How the contracts' codes and ids, times, and text in general are read and written as JSON. */
final class WireTypes extends SimpleModule {
    /** Longer than anybody needs, and short enough to be added to any time. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** For JSON that is sent to us: a time out of bounds is refused. */
    static WireTypes strict() {
        return new WireTypes("puente-wire-types", Times::instant, Times::day);
    }

    /**
     * For JSON that we keep: a time out of bounds, which an earlier release accepted, is read as
     * the nearest time within them. So the values beside it can still be read.
     */
    static WireTypes stored() {
        return new WireTypes(
                "puente-stored-types",
                text -> Times.within(Instant.parse(text)),
                text -> Times.within(LocalDate.parse(text)));
    }

    private WireTypes(String name, Function<String, Instant> instants, Function<String, LocalDate> days) {
        super(name);
        addSerializer(Code.class, text(Code::code));
        addSerializer(UuidId.class, text(Object::toString));
        addSerializer(SlugId.class, text(Object::toString));
        addDeserializer(String.class, new Text());
        ByKind byKind = new ByKind(String.class, new Text());
        byKind.add(Instant.class, instants);
        byKind.add(LocalDate.class, days);
        byKind.add(LocalTime.class, LocalTime::parse);
        byKind.add(Duration.class, WireTypes::duration);
        setDeserializers(byKind);
    }

    private static <T> JsonSerializer<T> text(Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(form.apply(value));
            }
        };
    }

    /**
     * Text without control characters other than tab and line breaks (PostgreSQL cannot store
     * U+0000), and without lone surrogates.
     */
    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String value = in.getText();
            if (value.codePoints().anyMatch(Text::unprintable)) {
                return (String) context.handleWeirdStringValue(String.class, "", "holds a character that is not text");
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

        @SuppressWarnings("unchecked")
        private <T> void add(Class<T> type, Function<String, T> parse) {
            addDeserializer(type, (JsonDeserializer<T>) scalar(type, parse));
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

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new DateTimeException("the duration is out of bounds");
        }
        return duration;
    }

    /** {@code UUID.fromString} also accepts shortened forms; only the full form is an id. */
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

    private static <V> JsonDeserializer<?> id(Class<?> type, Class<V> component, Function<String, V> parse) {
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

    private static JsonDeserializer<?> scalar(Class<?> type, Function<String, ?> parse) {
        return new StdScalarDeserializer<Object>(type) {
            @Override
            public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    return context.handleUnexpectedToken(handledType(), in);
                }
                try {
                    return parse.apply(in.getText());
                } catch (IllegalArgumentException | DateTimeException e) {
                    return context.handleWeirdStringValue(handledType(), "", e.getMessage());
                }
            }
        };
    }
}
