package org.puente.platform.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.puente.contracts.Code;
import org.puente.contracts.Patterns;
import org.puente.contracts.SlugId;
import org.puente.contracts.UuidId;

/**
 * Codes and ids as they go over the wire: as plain strings, not as the enums and records that they
 * are in Java. Also patterns as JSON Schema reads them: its dialect isn't Java's, and it looks for
 * a pattern anywhere in a text.
 */
final class WireSchemas {
    /** The pattern of {@code @NotBlank}: at least one character that is no space. */
    private static final String NOT_BLANK = "\\S";

    private static final String SLUG = "^" + Patterns.SLUG + "$";

    private WireSchemas() {}

    static void correct(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        index.getAllKnownImplementations(Code.class).stream()
                .filter(ClassInfo::isEnum)
                .forEach(type -> codes(schemas, type));
        names(index, UuidId.class).forEach(name -> id(schemas.get(name), "uuid", null));
        names(index, SlugId.class).forEach(name -> id(schemas.get(name), null, SLUG));
        schemas.values().forEach(WireSchemas::patterns);
        schemas.values().forEach(WireSchemas::values);
    }

    private static Set<String> names(IndexView index, Class<?> kind) {
        return index.getAllKnownImplementations(kind).stream()
                .map(ClassInfo::simpleName)
                .collect(Collectors.toSet());
    }

    /** Two enums may have the same simple name; so their constants identify them. */
    private static void codes(Map<String, Schema> schemas, ClassInfo type) {
        Object[] constants = constants(type);
        Set<String> names = Arrays.stream(constants)
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
        List<Object> codes = Arrays.stream(constants)
                .map(constant -> (Object) ((Code) constant).code())
                .toList();
        schemas.values().stream()
                .filter(schema -> schema.getEnumeration() != null)
                .filter(schema -> names.equals(Set.copyOf(schema.getEnumeration())))
                .forEach(schema -> schema.setEnumeration(codes));
    }

    private static Object[] constants(ClassInfo type) {
        try {
            return Class.forName(
                            type.name().toString(), true, Thread.currentThread().getContextClassLoader())
                    .getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void id(Schema schema, String format, String pattern) {
        if (schema == null) {
            return;
        }
        schema.setType(List.of(SchemaType.STRING));
        schema.setProperties(null);
        schema.setRequired(null);
        schema.setFormat(format);
        schema.setPattern(pattern);
    }

    /**
     * A map's value that refers to a schema by name: nothing else may stand beside the reference.
     */
    private static void values(Schema schema) {
        Schema value = schema.getAdditionalPropertiesSchema();
        if (value != null && value.getRef() != null) {
            value.setType(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(WireSchemas::values);
        }
    }

    private static void patterns(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + pattern.replace("\\p{Cntrl}", "\\p{Cc}") + ")$");
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(WireSchemas::patterns);
        }
        if (schema.getItems() != null) {
            patterns(schema.getItems());
        }
    }
}
