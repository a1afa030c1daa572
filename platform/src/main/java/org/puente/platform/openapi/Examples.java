package org.puente.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Examples of the main operations. A service keeps them as {@code openapi/<operationId>.json} (the
 * request) and {@code openapi/<operationId>.<status>.json} (the answer). Tests check that they fit
 * their schemas.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static void addTo(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getOperationId() != null)
                .forEach(Examples::addTo);
    }

    private static void addTo(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), id);
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> add(response, id + "." + status));
    }

    private static void add(APIResponse response, String name) {
        add(response.getContent(), name);
    }

    private static void add(Content content, String name) {
        if (content == null || content.getMediaTypes().isEmpty()) {
            return;
        }
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + name + ".json")) {
            if (file != null) {
                MediaType first = content.getMediaTypes().values().iterator().next();
                first.setExample(JSON.readValue(file, Object.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
