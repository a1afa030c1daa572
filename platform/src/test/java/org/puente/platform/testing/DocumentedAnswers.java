package org.puente.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares each answer that a test gets with the service's own OpenAPI document, and the request
 * too where it was taken. It is there in every test without being asked for; one that is about what
 * no document has says {@code given().noFiltersOfType(DocumentedAnswers.class)}.
 */
public class DocumentedAnswers implements QuarkusTestBeforeEachCallback, Filter {
    private static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = uri(request);
        if (uri != null && !uri.getRawPath().startsWith("/q/")) {
            DOCUMENTS
                    .computeIfAbsent(uri.getScheme() + "://" + uri.getAuthority(), Document::at)
                    .check(Exchange.of(request, uri, response));
        }
        return response;
    }

    /** Null for an address that is none, as some tests send. */
    private static URI uri(FilterableRequestSpecification request) {
        try {
            return URI.create(request.getURI());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
