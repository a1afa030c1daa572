package org.puente.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A request of a test and what it was answered.
 *
 * @param body what was sent; null for nothing
 */
record Exchange(String method, URI uri, Set<String> queryParameters, Object body, Response response) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SHOWN = 4_000;

    static Exchange of(FilterableRequestSpecification request, URI uri, Response response) {
        return new Exchange(request.getMethod(), uri, request.getQueryParams().keySet(), request.getBody(), response);
    }

    int status() {
        return response.statusCode();
    }

    boolean succeeded() {
        return status() < 300;
    }

    String path() {
        return uri.getRawPath();
    }

    /** Empty where there is none, or none that is JSON. */
    Optional<JsonNode> sent() {
        return body instanceof String text ? read(text) : Optional.empty();
    }

    /** The media type alone, e.g. application/json; empty where nothing was answered. */
    String type() {
        String type = response.contentType();
        return type == null ? "" : type.split(";")[0].strip();
    }

    boolean isJson() {
        return type().endsWith("json") && !type().endsWith("ndjson");
    }

    Optional<JsonNode> answered() {
        return read(response.asString());
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** With query, headers and the beginning of the body. */
    String inFull() {
        String text = response.asString();
        return "%s %s answered %s%n%s%n%s"
                .formatted(
                        method(),
                        uri,
                        status(),
                        response.headers(),
                        text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…");
    }

    @Override
    public String toString() {
        return method() + " " + path() + " answered " + status() + " " + type();
    }
}
