package org.puente.reception;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.puente.platform.testing.OutageRules;

@QuarkusTest
class DatabaseAwayTest extends OutageRules {
    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Set<String> exempt() {
        return Set.of("GET /v1/help-codes");
    }

    @Override
    protected String body(Endpoint endpoint) {
        return endpoint.path().equals("/v1/status")
                ? "{\"code\": \"0000-0000-0000-0000\", \"birthYear\": 1990}"
                : super.body(endpoint);
    }
}
