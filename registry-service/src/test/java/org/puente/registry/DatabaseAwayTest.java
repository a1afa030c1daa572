package org.puente.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.puente.platform.testing.OutageRules;

@QuarkusTest
class DatabaseAwayTest extends OutageRules {
    @Override
    protected String node() {
        return "mex";
    }

    @Override
    protected Set<String> exempt() {
        return Set.of("GET /hsds", "GET /hsds/taxonomies", "GET /hsds/taxonomies/{id}");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (endpoint.path().startsWith("/v1/institutions")) {
            return "mex-stranger"; // an institution writes its own entry
        }
        return endpoint.path().startsWith("/v1/offers") ? "mex-empleo" : super.existing(endpoint, parameter);
    }
}
