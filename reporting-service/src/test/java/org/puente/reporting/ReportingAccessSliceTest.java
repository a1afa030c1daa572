package org.puente.reporting;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.puente.platform.testing.AccessRules;

@QuarkusTest
class ReportingAccessSliceTest extends AccessRules {
    @Override
    protected String node() {
        return "region";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        return Map.of(
                "GET /v1/indicators", Set.of("secretariat"),
                "GET /v1/indicators/{id}", Set.of("secretariat"),
                "GET /v1/events", Set.of("operator"),
                "GET /v1/events/stream", Set.of("operator"));
    }

    @Override
    protected Set<String> forAnyNode() {
        return Set.of("GET /v1/events", "GET /v1/events/stream");
    }
}
