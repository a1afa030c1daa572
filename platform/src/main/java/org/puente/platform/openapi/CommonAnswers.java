package org.puente.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The answers that follow from what an operation is: who may call it, what it takes, what it names.
 * Answers of some operations only (409, 422 for a rule of theirs) are declared at the resource
 * without a content; the content of a problem is added here.
 */
final class CommonAnswers {
    private static final String EVENTS = "text/event-stream";
    private static final Map<String, String> WORDS =
            Map.of("200", "Done", "201", "Created", "202", "Accepted", "204", "Done");

    /** What the library writes about tokens, at each operation anew. */
    private static final Map<String, String> OF_THE_LIBRARY = Map.of("401", "Not Authorized", "403", "Not Allowed");

    private CommonAnswers() {}

    static void addTo(OpenAPI document) {
        Components components = document.getComponents();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> complete(components, path, item, operation)));
    }

    private static void complete(Components components, String path, PathItem item, Operation operation) {
        APIResponses responses = operation.getResponses();
        OF_THE_LIBRARY.forEach((status, words) -> remove(responses, status, words));
        for (RefusalResponses refused : RefusalResponses.values()) {
            String status = refused.code();
            if (!responses.hasAPIResponse(status) && refused.by(path, operation)) {
                responses.addAPIResponse(status, createAPIResponse().ref(refused.name(components)));
            }
        }
        responses.getAPIResponses().forEach(CommonAnswers::complete);
        Headers headers = new Headers(components, item, operation);
        responses.getAPIResponses().forEach(headers::add);
    }

    private static void remove(APIResponses responses, String status, String words) {
        APIResponse response = responses.getAPIResponse(status);
        if (response != null && words.equals(response.getDescription())) {
            responses.removeAPIResponse(status);
        }
    }

    private static void complete(String status, APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        if (response.getDescription() == null) {
            response.setDescription(WORDS.get(status));
        }
        if (response.getContent() != null && response.getContent().hasMediaType(EVENTS)) {
            response.getContent().getMediaType(EVENTS).setSchema(createSchema().addType(SchemaType.STRING));
        }
        if (status.compareTo("400") >= 0 && !isPage(response)) {
            response.setContent(RefusalResponses.problem());
        }
    }

    /** A page for people shows in HTML what went wrong; every other refusal is a problem. */
    private static boolean isPage(APIResponse response) {
        return response.getContent() != null && response.getContent().hasMediaType("text/html");
    }
}
