package org.puente.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers that clients need. */
record Headers(Components components, PathItem item, Operation operation) {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String CHALLENGE = "WWW-Authenticate";

    /** An answer's own headers come first; a resource may declare an ETag by itself. */
    void add(String status, APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        ofProblem(components, status, response);
        if (status.equals("201")) {
            add(components, response, "Location");
        }
        if (status.startsWith("2") && isList()) {
            add(components, response, "Link");
        }
        if ((status.equals("200") || status.equals("201")) && isVersioned()) {
            add(components, response, "ETag");
        }
        if (response.getHeaders() != null) {
            response.getHeaders().keySet().forEach(name -> declare(components, name));
        }
    }

    static void ofProblem(Components components, String status, APIResponse response) {
        switch (status) {
            case "401" -> add(components, response, CHALLENGE);
            case "429", "503" -> add(components, response, RETRY_AFTER);
            default -> {
                // no header that all problems of this status have
            }
        }
    }

    private boolean isList() {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn() == Parameter.In.QUERY)
                        .anyMatch(parameter -> parameter.getName().equals("limit"));
    }

    private boolean isVersioned() {
        return item.getOperations().values().stream().anyMatch(any -> RefusalResponses.takes(any, "If-Match"));
    }

    private static void add(Components components, APIResponse response, String name) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeader(name, createHeader().ref(name));
            declare(components, name);
        }
    }

    private static void declare(Components components, String name) {
        Map<String, Header> known = components.getHeaders();
        if (known == null || !known.containsKey(name)) {
            components.addHeader(name, header(name));
        }
    }

    private static Header header(String name) {
        return switch (name) {
            case "ETag" -> text("The version; what `If-Match` names to change it");
            case "Location" -> text("Path of what was created").required(true);
            case "Link" -> text("Address of the next page, `rel=\"next\"` (RFC 8288)");
            case CHALLENGE -> text("`Bearer`").required(true);
            case RETRY_AFTER -> seconds().required(true);
            default -> throw new IllegalStateException("No words for the header " + name);
        };
    }

    private static Header text(String description) {
        return createHeader().description(description).schema(createSchema().addType(SchemaType.STRING));
    }

    private static Header seconds() {
        return createHeader()
                .description("Seconds after which to try again")
                .schema(createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ZERO));
    }
}
