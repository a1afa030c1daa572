package org.puente.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
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
public class DocumentedAnswers implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback, Filter {
    private static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();

    private static volatile Exchange last;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
        last = null;
    }

    /**
     * Shows whoever looks for the cause of a failure what was answered last. REST-assured's own log would write down
     * every request and answer beforehand, files of megabytes among them, in case that one should fail.
     */
    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        Exchange seen = last;
        if (seen != null && context.getTestStatus().isTestFailed()) {
            System.out.printf("Before %s failed:%n%s%n", context.getTestMethod().getName(), seen.inFull());
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = uri(request);
        if (uri != null && !uri.getRawPath().startsWith("/q/")) {
            Exchange exchange = Exchange.of(request, uri, response);
            last = exchange;
            DOCUMENTS
                    .computeIfAbsent(uri.getScheme() + "://" + uri.getAuthority(), Document::at)
                    .check(exchange);
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
