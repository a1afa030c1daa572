package org.puente.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** A problem (RFC 9457) as {@code Problems} writes it. */
final class ProblemSchemas {
    static final String PROBLEM = "Problem";

    /** The library's name for its own problem, which differs from ours. */
    private static final String OF_THE_LIBRARY = "HttpProblem";

    private ProblemSchemas() {}

    static void addTo(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem()).addSchema("FieldProblem", field());
        document.getComponents().removeSchema(OF_THE_LIBRARY);
        document.getComponents().removeSchema("HttpValidationProblem");
        document.getComponents().removeSchema("Violation");
        document.getComponents().getSchemas().values().forEach(ProblemSchemas::referToOurs);
    }

    private static void referToOurs(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().values().stream()
                .filter(property -> property.getRef() != null)
                .filter(property -> property.getRef().endsWith("/" + OF_THE_LIBRARY))
                .forEach(property -> property.setRef(PROBLEM));
    }

    private static Schema problem() {
        return object().description("Why a request was refused (RFC 9457). Some problems have members of their"
                        + " own, such as the steps that are open instead.")
                .addProperty(
                        "type", text("Names the kind of problem, for machines").format("uri"))
                .addProperty("title", text("What the status means, in the language asked for"))
                .addProperty(
                        "status",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("The HTTP status"))
                .addProperty("detail", text("What is wrong, for people"))
                .addProperty("instance", text("The path that was asked for").format("uri-reference"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Each field or parameter that is wrong")
                                .items(createSchema().ref("FieldProblem")))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema field() {
        return object().description("What is wrong with one field of a request")
                .addProperty(
                        "pointer",
                        text("JSON pointer into the body (RFC 6901), or / and the parameter's"
                                + " name; empty for the body itself"))
                .addProperty("code", text("What is wrong, for machines"))
                .addProperty("detail", text("What is wrong, for people"))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema object() {
        return createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
