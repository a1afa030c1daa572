package org.puente.reception;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.puente.platform.testing.OutageRules;

@QuarkusTest
class DatabaseAwayTest extends OutageRules {
    private static final String BATCHES = "/v1/returns/batches";

    @Override
    protected String node() {
        return "gtm";
    }

    /** The keys are in a file, the codes in the program. */
    @Override
    protected Set<String> exempt() {
        return Set.of("GET /v1/certificate-keys", "GET /v1/help-codes");
    }

    /** A code that may be one, so that it is looked for. */
    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        return parameter.equals("code") ? "0000-0000-0000-0000" : super.existing(endpoint, parameter);
    }

    @Override
    protected String contentType(Endpoint endpoint) {
        return endpoint.path().equals(BATCHES) ? "application/x-ndjson" : super.contentType(endpoint);
    }

    @Override
    protected String body(Endpoint endpoint) {
        if (endpoint.path().equals(BATCHES)) {
            return RegistrationForm.filled()
                    .with("/key", "'away-" + UUID.randomUUID() + "'")
                    .json();
        }
        return endpoint.path().equals("/v1/status")
                ? "{\"code\": \"0000-0000-0000-0000\", \"birthYear\": 1990}"
                : super.body(endpoint);
    }
}
