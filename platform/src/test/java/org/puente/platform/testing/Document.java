package org.puente.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service's OpenAPI document, by which what it answers is judged. */
final class Document {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URI = "https://puente.example.org/openapi.json";
    private static final Set<String> DECLARED_WHEN_SENT =
            Set.of("ETag", "Location", "Link", "Retry-After", "WWW-Authenticate");
    private static final SchemaValidatorsConfig FORMATS_TOO =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final JsonSchemaFactory answers;
    private final JsonSchemaFactory requests;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private Document(JsonNode root) {
        this.root = root;
        this.requests = factory(root);
        this.answers = factory(closed(root.deepCopy()));
    }

    static Document at(String origin) {
        String text = RestAssured.given()
                .noFilters()
                .get(origin + "/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return of(text);
    }

    static Document of(String text) {
        try {
            return new Document(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchemaFactory factory(JsonNode root) {
        return JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(URI, root.toString()))));
    }

    /** What is answered has no member but those that are documented; a problem may. */
    private static JsonNode closed(JsonNode root) {
        root.path("components").path("schemas").forEach(schema -> {
            if (schema.has("properties")
                    && !schema.has("additionalProperties")
                    && !schema.path("properties").has("errors")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return root;
    }

    /**
     * @throws AssertionError where the document doesn't have what was answered, or has it otherwise
     */
    void check(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(exchange
                    + ", unlike its document: "
                    + faults
                    + " (document it at the resource, or where it is of many operations in"
                    + " org.puente.platform.openapi)");
        }
    }

    private List<String> faults(Exchange exchange) {
        String path = Paths.match(root.path("paths"), exchange.path());
        String method = exchange.method().toLowerCase(Locale.ROOT);
        boolean head = method.equals("head");
        String at = "/paths/" + escaped(path) + "/" + (head ? "get" : method);
        JsonNode operation = root.at(at);
        if (operation.isMissingNode()) {
            boolean api = exchange.path().startsWith("/v1/") || exchange.path().startsWith("/hsds");
            return api && exchange.succeeded() && !method.equals("options") ? List.of("no such operation") : List.of();
        }
        String status = at + "/responses/" + exchange.status();
        if (root.at(status).isMissingNode()) {
            return List.of("no such status");
        }
        status = resolved(status);
        List<String> faults = new ArrayList<>(headers(root.at(status), exchange));
        if (!head) {
            faults.addAll(content(status, exchange));
        }
        if (exchange.succeeded()) {
            faults.addAll(request(at, operation, exchange));
        }
        return faults;
    }

    private String resolved(String pointer) {
        String ref = root.at(pointer).path("$ref").asText();
        return ref.isEmpty() ? pointer : ref.substring(1);
    }

    private List<String> headers(JsonNode response, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        for (String name : DECLARED_WHEN_SENT) {
            boolean sent = exchange.response().header(name) != null;
            boolean declared = response.path("headers").has(name);
            if (sent && !declared) {
                faults.add("no header " + name);
            } else if (declared && !sent && isRequired(name)) {
                faults.add("the header " + name + " is missing");
            }
        }
        return faults;
    }

    private boolean isRequired(String header) {
        return root.at("/components/headers/" + header).path("required").asBoolean();
    }

    private List<String> content(String response, Exchange exchange) {
        JsonNode content = root.at(response).path("content");
        if (exchange.type().isEmpty()) {
            return content.isEmpty() ? List.of() : List.of("no content");
        }
        if (!content.has(exchange.type())) {
            return List.of("no such content type");
        }
        if (!exchange.isJson()) {
            return List.of();
        }
        String schema = response + "/content/" + escaped(exchange.type()) + "/schema";
        return exchange.answered()
                .map(body -> messages("answer", answers, schema, body))
                .orElse(List.of("the answer is no JSON"));
    }

    private List<String> request(String at, JsonNode operation, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        List<String> known = operation.path("parameters").findValuesAsText("name");
        exchange.queryParameters().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("no parameter " + name));
        JsonNode types = operation.path("requestBody").path("content");
        types.fieldNames().forEachRemaining(type -> {
            if (type.endsWith("/json")) {
                String schema = at + "/requestBody/content/" + escaped(type) + "/schema";
                exchange.sent()
                        .map(body -> messages("request", requests, schema, body))
                        .ifPresent(faults::addAll);
            }
        });
        return faults;
    }

    private List<String> messages(String of, JsonSchemaFactory factory, String pointer, JsonNode body) {
        return schemas
                .computeIfAbsent(
                        of + pointer, name -> factory.getSchema(SchemaLocation.of(URI + "#" + pointer), FORMATS_TOO))
                .validate(body)
                .stream()
                .map(ValidationMessage::getMessage)
                .map(message -> of + message)
                .toList();
    }

    /** A step of a JSON pointer (RFC 6901). */
    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
