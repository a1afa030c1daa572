package org.puente.platform.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The parameters that mean the same at every operation. A resource's own description comes first.
 */
final class CommonParameters {
    private static final int LONGEST_KEY = 255;
    private static final Map<String, String> WORDS = Map.of(
            "limit", "How many items a page holds at most: 1 to 500, 50 if absent",
            "cursor", "Where to go on: what the page before gave as `next`",
            "modifiedAfter", "Only what changed after this instant (RFC 3339)",
            "caseId", "Id of the case: what the registration of the return answered",
            "Idempotency-Key",
                    "Makes the request safe to repeat: the same key with the same body gets"
                            + " the first answer again, for 24 hours",
            "If-Match", "The ETag of what is to be changed, as it was read",
            "Accept-Language", "Spanish (`es`) or English (`en`) for texts; else English",
            "Prefer",
                    "`wait=0` for an answer at once. Else a request about what is still on its way"
                            + " waits for it, for 5 seconds at most (RFC 7240)",
            "Last-Event-ID", "Where to go on after a break: the `id` of the last event that was" + " read");

    private CommonParameters() {}

    static void describe(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().stream()
                        .map(Operation::getParameters)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .forEach(parameter -> describe(document, path, parameter)));
    }

    private static void describe(OpenAPI document, String path, Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(WORDS.get(parameter.getName()));
        }
        if (parameter.getDescription() == null && parameter.getIn() == Parameter.In.PATH) {
            parameter.setDescription("Id of the " + before(path, "{" + parameter.getName() + "}"));
        }
        parameter.setSchema(inOne(document, parameter.getSchema()));
        if ("Prefer".equals(parameter.getName())) { // one field with commas means the same as several
            parameter.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
        }
        Schema schema = parameter.getSchema();
        if (schema != null && "Idempotency-Key".equals(parameter.getName())) {
            schema.setMinLength(1);
            schema.setMaxLength(LONGEST_KEY);
        }
    }

    /** The step before an id names its kind, as a plural: /v1/dead-letters/{id}. */
    private static String before(String path, String id) {
        List<String> steps = Arrays.asList(path.split("/"));
        String many = steps.get(steps.indexOf(id) - 1).replace('-', ' ').replace('_', ' ');
        return many.endsWith("ies") ? many.substring(0, many.length() - 3) + "y" : many.replaceFirst("s$", "");
    }

    /**
     * Joins a reference to an integer and the default beside it in one schema: annotations have
     * every default as text.
     */
    private static Schema inOne(OpenAPI document, Schema schema) {
        List<Schema> parts = schema == null ? null : schema.getAllOf();
        if (parts == null || parts.size() != 2 || parts.getFirst().getRef() == null) {
            return schema;
        }
        String name = parts.getFirst().getRef().replaceFirst("^.*/", "");
        Schema type = document.getComponents().getSchemas().get(name);
        if (!List.of(SchemaType.INTEGER).equals(type.getType())) {
            return schema;
        }
        Object number = Integer.valueOf(String.valueOf(parts.get(1).getDefaultValue()));
        return OASFactory.createSchema()
                .type(type.getType())
                .minimum(type.getMinimum())
                .maximum(type.getMaximum())
                .defaultValue(number);
    }
}
