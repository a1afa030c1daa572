package org.puente.registry;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.puente.platform.testing.AccessRules;

@QuarkusTest
class AccessTest extends AccessRules {
    private static final Set<String> EDITOR = Set.of("directory-editor");

    @Override
    protected String node() {
        return "mex";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        return Map.of(
                "GET /v1/institutions/{id}", EDITOR,
                "PUT /v1/institutions/{id}", EDITOR,
                "GET /v1/offers/{id}", EDITOR,
                "PUT /v1/offers/{id}", EDITOR,
                "GET /v1/offers/{id}/capacity", EDITOR,
                "PUT /v1/offers/{id}/capacity", EDITOR,
                "GET /v1/directory/entries", Set.of("directory-editor", "operator"),
                "GET /v1/directory/freshness", Set.of("directory-editor", "operator"),
                "GET /v1/directory/map", Set.of("directory-editor", "case-manager", "operator", "secretariat"));
    }

    @Override
    protected Set<String> open() {
        return Set.of(
                "GET /hsds",
                "GET /hsds/services",
                "GET /hsds/services/{id}",
                "GET /hsds/organizations",
                "GET /hsds/organizations/{id}",
                "GET /hsds/locations",
                "GET /hsds/locations/{id}",
                "GET /hsds/service_at_locations",
                "GET /hsds/service_at_locations/{id}",
                "GET /hsds/service_capacities",
                "GET /hsds/service_capacities/{id}",
                "GET /hsds/taxonomies",
                "GET /hsds/taxonomies/{id}",
                "GET /hsds/taxonomy_terms",
                "GET /hsds/taxonomy_terms/{id}");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (endpoint.path().startsWith("/v1/offers")) {
            return "mex-empleo";
        }
        return endpoint.path().startsWith("/v1/institutions") ? "mex-stps" : super.existing(endpoint, parameter);
    }
}
