package org.puente.reception;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.puente.platform.testing.AccessRules;

@QuarkusTest
class AccessTest extends AccessRules {
    private static final Set<String> INTAKE = Set.of("intake");

    private Response registered;

    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        return Map.of(
                "POST /v1/returns", INTAKE,
                "GET /v1/returns", INTAKE,
                "GET /v1/returns/{caseId}", INTAKE,
                "PATCH /v1/returns/{caseId}", INTAKE,
                "POST /v1/returns/{caseId}/status-code", INTAKE,
                "PUT /v1/returns/{caseId}/consents/{id}", INTAKE,
                "DELETE /v1/returns/{caseId}/consents/{id}", INTAKE,
                "DELETE /v1/returns/{caseId}", INTAKE);
    }

    @Override
    protected Set<String> open() {
        return Set.of("POST /v1/status");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (!endpoint.path().startsWith("/v1/returns")) {
            return UUID.randomUUID().toString();
        }
        return registered().path(parameter.equals("id") ? "consentId" : "caseId");
    }

    private Response registered() {
        if (registered == null) {
            ReceptionTest.ensureDirectory();
            registered = ReceptionTest.register(RegistrationForm.filled());
        }
        return registered;
    }
}
