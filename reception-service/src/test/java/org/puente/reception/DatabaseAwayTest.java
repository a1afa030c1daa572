package org.puente.reception;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.puente.platform.testing.OutageRules;

@QuarkusTest
class DatabaseAwayTest extends OutageRules {
    private static final String BATCHES = "/v1/returns/batches";
    private static final String A_CODE = "0000-0000-0000-0000";

    @Override
    protected String node() {
        return "gtm";
    }

    /** The keys are in a file, the codes in the program. */
    @Override
    protected Set<String> exempt() {
        return Set.of("GET /v1/certificate-keys", "GET /v1/help-codes", "GET /v1/codes");
    }

    @Override
    protected String query(Endpoint endpoint) {
        return endpoint.path().equals("/v1/consent-texts") ? "?purposes=referral&scope=node" : super.query(endpoint);
    }

    /** A code that may be one, and the number of an entry, so that they are looked for. */
    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        return switch (parameter) {
            case "code" -> A_CODE;
            case "entry" -> "1";
            default -> super.existing(endpoint, parameter);
        };
    }

    @Override
    protected String contentType(Endpoint endpoint) {
        return endpoint.path().equals(BATCHES) ? "application/x-ndjson" : super.contentType(endpoint);
    }

    @Override
    protected String body(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case BATCHES ->
                RegistrationForm.filled()
                        .with("/key", "'away-" + UUID.randomUUID() + "'")
                        .json();
            case "/v1/arrivals" ->
                endpoint.example().replaceAll("\"expectedAt\"[^,]*", "\"expectedAt\": \"" + Instant.now() + "\"");
            case "/v1/status" -> "{\"code\": \"" + A_CODE + "\", \"birthYear\": 1990}";
            case "/v1/complaint-status" -> "{\"code\": \"" + A_CODE + "\"}";
            default -> super.body(endpoint);
        };
    }
}
