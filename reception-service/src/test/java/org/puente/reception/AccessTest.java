package org.puente.reception;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.platform.testing.AccessRules;

@QuarkusTest
class AccessTest extends AccessRules {
    private static final Set<String> INTAKE = Set.of("intake");

    private final Map<String, String> recorded = new HashMap<>();
    private Response registered;

    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = new HashMap<>(Map.of(
                "POST /v1/returns", INTAKE,
                "GET /v1/returns", INTAKE,
                "GET /v1/returns/{caseId}", INTAKE,
                "PATCH /v1/returns/{caseId}", INTAKE,
                "POST /v1/returns/{caseId}/status-code", INTAKE,
                "PUT /v1/returns/{caseId}/consents/{id}", INTAKE,
                "DELETE /v1/returns/{caseId}/consents/{id}", INTAKE,
                "DELETE /v1/returns/{caseId}", INTAKE));
        roles.putAll(atTheReceptionPoint());
        return roles;
    }

    private static Map<String, Set<String>> atTheReceptionPoint() {
        return Stream.of(
                        "POST /v1/help",
                        "GET /v1/help/{helpId}",
                        "DELETE /v1/help/{helpId}",
                        "GET /v1/help-codes",
                        "POST /v1/returns/{caseId}/help",
                        "GET /v1/returns/{caseId}/help",
                        "DELETE /v1/returns/{caseId}/help/{helpId}",
                        "POST /v1/landings",
                        "DELETE /v1/landings/{arrivalId}",
                        "POST /v1/departures",
                        "GET /v1/returns/{caseId}/departure",
                        "PUT /v1/returns/{caseId}/departure",
                        "DELETE /v1/returns/{caseId}/departure",
                        "GET /v1/flights")
                .collect(Collectors.toMap(endpoint -> endpoint, endpoint -> INTAKE));
    }

    @Override
    protected Set<String> open() {
        return Set.of("POST /v1/status");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (parameter.equals("helpId") || parameter.equals("arrivalId")) {
            return recorded(parameter);
        }
        if (!endpoint.path().startsWith("/v1/returns")) {
            return UUID.randomUUID().toString();
        }
        return registered().path(parameter.equals("id") ? "consentId" : "caseId");
    }

    /** Help for the registered person, or the landing of a flight. */
    private String recorded(String id) {
        return recorded.computeIfAbsent(
                id,
                first -> id.equals("helpId")
                        ? ReceptionTest.intake()
                                .body("{\"kinds\": [\"food\"]}")
                                .post("/v1/returns/" + registered().path("caseId") + "/help")
                                .path(id)
                        : ReceptionTest.intake()
                                .body("{\"flight\": %s, \"mode\": \"air\"}".formatted(FlightPeople.json("AC-1")))
                                .post("/v1/landings")
                                .path(id));
    }

    private Response registered() {
        if (registered == null) {
            ReceptionTest.ensureDirectory();
            registered = ReceptionTest.register(RegistrationForm.filled());
        }
        return registered;
    }
}
