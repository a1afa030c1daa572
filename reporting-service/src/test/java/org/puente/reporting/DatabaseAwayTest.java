package org.puente.reporting;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.puente.platform.testing.OutageRules;

@QuarkusTest
class DatabaseAwayTest extends OutageRules {
    @Override
    protected String node() {
        return "region";
    }

    @Override
    protected Set<String> exempt() {
        return Set.of("GET /v1/indicators");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        return endpoint.path().startsWith("/v1/indicators") ? "returns" : super.existing(endpoint, parameter);
    }

    @Override
    protected String query(Endpoint endpoint) {
        return endpoint.path().equals("/v1/indicators/{id}") ? "?period=2025-01-02" : "";
    }
}
