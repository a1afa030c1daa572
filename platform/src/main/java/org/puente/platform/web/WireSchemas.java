package org.puente.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.puente.contracts.Code;
import org.puente.contracts.SlugId;
import org.puente.contracts.UuidId;

/**
 * Describes the contracts' codes and ids in the OpenAPI document as they go over the wire: as plain
 * strings, not as the enums and records that they are in Java.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WireSchemas implements OASFilter {
    private static final String CONTRACTS = Code.class.getPackageName() + ".";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> correct(contract(name), schema));
    }

    private static Class<?> contract(String name) {
        try {
            return Class.forName(CONTRACTS + name, false, WireSchemas.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Object.class;
        }
    }

    private static void correct(Class<?> type, Schema schema) {
        if (type.isEnum() && Code.class.isAssignableFrom(type)) {
            schema.setEnumeration(
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> (Object) ((Code) constant).code())
                            .toList());
        } else if (UuidId.class.isAssignableFrom(type)) {
            asString(schema);
            schema.setFormat("uuid");
        } else if (SlugId.class.isAssignableFrom(type)) {
            asString(schema);
        }
    }

    private static void asString(Schema schema) {
        schema.setType(List.of(SchemaType.STRING));
        schema.setProperties(null);
        schema.setRequired(null);
    }
}
