package org.puente.platform.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Document DOCUMENT = Document.of("""
                    {"openapi": "3.1.0",
                     "paths": {
                      "/v1/things/{id}": {"put": {
                       "parameters": [{"name": "why", "in": "query"}],
                       "requestBody": {"content": {"application/json": {
                         "schema": {"$ref": "#/components/schemas/Thing"}}}},
                       "responses": {
                        "200": {"content": {"application/json": {
                          "schema": {"$ref": "#/components/schemas/Thing"}}}},
                        "201": {"headers": {"Location": {
                          "$ref": "#/components/headers/Location"}}},
                        "404": {"$ref": "#/components/responses/404"}}}},
                      "/v1/things/all": {"put": {"responses": {"204": {}}}}},
                     "components": {
                      "responses": {"404": {"content": {"application/problem+json": {}}}},
                      "headers": {"Location": {"required": true}},
                      "schemas": {"Thing": {"type": "object", "required": ["kind"],
                       "properties": {"kind": {"enum": ["head", "child"]}}}}}}
                    """);
    private static final String THING = "{\"kind\": \"head\"}";

    @Test
    void takesWhatIsDocumented() {
        assertThatCode(() -> check(THING, json(200, THING))).doesNotThrowAnyException();
    }

    @Test
    void refusesAStatusThatIsNotDocumented() {
        refuses(THING, json(500, THING), "no such status");
    }

    @Test
    void refusesATypeThatIsNotDocumented() {
        refuses(THING, json(404, "{}"), "no such content type");
    }

    @Test
    void refusesAnAnswerThatLacksWhatIsRequired() {
        refuses(THING, json(200, "{}"), "kind");
    }

    @Test
    void refusesAMemberThatIsNotDocumented() {
        refuses(THING, json(200, "{\"kind\": \"head\", \"secret\": 1}"), "secret");
    }

    @Test
    void refusesACodeInAnotherCase() {
        refuses(THING, json(200, "{\"kind\": \"HEAD\"}"), "enumeration");
    }

    @Test
    void refusesADocumentByWhichWhatWasTakenIsWrong() {
        refuses("{\"kind\": \"HEAD\"}", json(200, THING), "request");
    }

    @Test
    void refusesAnAnswerWithoutItsHeader() {
        refuses(THING, empty(201), "Location is missing");
    }

    @Test
    void refusesAHeaderThatIsNotDocumented() {
        Response response = new ResponseBuilder()
                .clone(json(200, THING))
                .setHeader("ETag", "\"1\"")
                .build();
        refuses(THING, response, "no header ETag");
    }

    @Test
    void refusesAParameterThatIsTakenAndNotDocumented() {
        assertThatThrownBy(() -> DOCUMENT.check(exchange("/v1/things/1", Set.of("nodo"), json(200, THING))))
                .hasMessageContaining("no parameter nodo");
    }

    @Test
    void refusesASuccessOfAnOperationThatIsNotDocumented() {
        assertThatThrownBy(() -> DOCUMENT.check(exchange("/v1/others", Set.of(), json(200, THING))))
                .hasMessageContaining("no such operation");
    }

    @Test
    void takesThePathWithTheFewestVariables() {
        assertThatCode(() -> DOCUMENT.check(exchange("/v1/things/all", Set.of(), empty(204))))
                .doesNotThrowAnyException();
    }

    private static void refuses(String sent, Response response, String why) {
        assertThatThrownBy(() -> check(sent, response))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    private static void check(String sent, Response response) {
        URI uri = URI.create("http://127.0.0.1:1/v1/things/1");
        DOCUMENT.check(new Exchange("PUT", uri, Set.of(), sent, response));
    }

    private static Exchange exchange(String path, Set<String> parameters, Response response) {
        URI uri = URI.create("http://127.0.0.1:1" + path);
        return new Exchange("PUT", uri, parameters, null, response);
    }

    private static Response empty(int status) {
        return new ResponseBuilder()
                .setStatusCode(status)
                .setHeaders(new Headers())
                .build();
    }

    private static Response json(int status, String body) {
        return new ResponseBuilder()
                .setStatusCode(status)
                .setContentType("application/json")
                .setBody(body)
                .build();
    }
}
