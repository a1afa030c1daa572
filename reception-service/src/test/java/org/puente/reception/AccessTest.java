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
import org.puente.reception.arrivals.ArrivalForm;

@QuarkusTest
class AccessTest extends AccessRules {
    private static final Set<String> INTAKE = Set.of("intake");

    private final Map<String, String> recorded = new HashMap<>();
    private Response registered;
    private String code;

    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = new HashMap<>(intakeAlone());
        Stream.of(
                        "POST /v1/arrivals",
                        "GET /v1/arrivals",
                        "GET /v1/arrivals/{arrivalId}",
                        "PUT /v1/arrivals/{arrivalId}",
                        "DELETE /v1/arrivals/{arrivalId}",
                        "GET /v1/codes",
                        "GET /v1/complaints",
                        "GET /v1/complaints/{complaintId}",
                        "POST /v1/complaints/{complaintId}/acknowledgement",
                        "POST /v1/complaints/{complaintId}/answer")
                .forEach(endpoint -> roles.put(endpoint, Set.of("intake", "case-manager")));
        return roles;
    }

    private static Map<String, Set<String>> intakeAlone() {
        return Stream.of(
                        "POST /v1/returns",
                        "POST /v1/returns/households",
                        "GET /v1/returns",
                        "GET /v1/returns/{caseId}",
                        "PATCH /v1/returns/{caseId}",
                        "POST /v1/returns/{caseId}/status-code",
                        "PUT /v1/returns/{caseId}/consents/{id}",
                        "DELETE /v1/returns/{caseId}/consents/{id}",
                        "DELETE /v1/returns/{caseId}",
                        "POST /v1/help",
                        "GET /v1/help/{helpId}",
                        "DELETE /v1/help/{helpId}",
                        "GET /v1/help-codes",
                        "GET /v1/consent-texts",
                        "POST /v1/returns/{caseId}/help",
                        "GET /v1/returns/{caseId}/help",
                        "DELETE /v1/returns/{caseId}/help/{helpId}",
                        "POST /v1/landings",
                        "DELETE /v1/landings/{arrivalId}",
                        "POST /v1/departures",
                        "GET /v1/returns/{caseId}/departure",
                        "PUT /v1/returns/{caseId}/departure",
                        "DELETE /v1/returns/{caseId}/departure",
                        "GET /v1/flights",
                        "GET /v1/arrivals/{arrivalId}/manifest",
                        "POST /v1/arrivals/{arrivalId}/manifest/{entry}/return",
                        "POST /v1/arrivals/{arrivalId}/closing",
                        "POST /v1/returns/{caseId}/certificates",
                        "GET /v1/returns/{caseId}/certificates",
                        "GET /v1/returns/{caseId}/certificates/{code}",
                        "POST /v1/returns/{caseId}/certificates/{code}/revocation",
                        "GET /v1/returns/{caseId}/matches",
                        "PUT /v1/returns/{caseId}/matches/{matchId}",
                        "POST /v1/returns/batches",
                        "GET /v1/returns/batches/template",
                        "GET /v1/returns/{caseId}/export",
                        "POST /v1/data-requests",
                        "GET /v1/data-requests",
                        "GET /v1/data-requests/{requestId}",
                        "POST /v1/data-requests/{requestId}/answer",
                        "POST /v1/complaints")
                .collect(Collectors.toMap(endpoint -> endpoint, endpoint -> INTAKE, (one, same) -> one, HashMap::new));
    }

    @Override
    protected Set<String> open() {
        return Set.of(
                "POST /v1/status",
                "POST /v1/complaint-status",
                "GET /v1/certificates/{code}",
                "GET /v1/certificate-keys");
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (endpoint.path().startsWith("/v1/arrivals")) {
            return parameter.equals("entry") ? "1" : announced();
        }
        if (parameter.equals("helpId") || parameter.equals("arrivalId")) {
            return recorded(parameter);
        }
        if (parameter.equals("requestId") || parameter.equals("complaintId")) {
            return received(parameter);
        }
        if (!endpoint.path().startsWith("/v1/returns")) {
            return UUID.randomUUID().toString();
        }
        return switch (parameter) {
            case "id" -> registered().path("consentId");
            case "code" -> issued();
            default -> registered().path("caseId");
        };
    }

    private String announced() {
        return recorded.computeIfAbsent("announced", first -> {
            ReceptionTest.ensureDirectory();
            return ArrivalForm.to("gtm-fag").person().announce().path("arrivalId");
        });
    }

    private String issued() {
        if (code == null) {
            code = ReceptionTest.intake()
                    .post("/v1/returns/" + registered().path("caseId") + "/certificates")
                    .path("code");
        }
        return code;
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

    /** A request or complaint of the registered person. */
    private String received(String id) {
        return recorded.computeIfAbsent(id, first -> {
            String caseId = registered().path("caseId");
            String path = id.equals("requestId") ? "/v1/data-requests" : "/v1/complaints";
            return ReceptionTest.intake()
                    .body("{\"caseId\": \"%s\", %s}"
                            .formatted(
                                    caseId, id.equals("requestId") ? "\"kind\": \"access\"" : "\"text\": \"Esperé.\""))
                    .post(path)
                    .path(id);
        });
    }

    private Response registered() {
        if (registered == null) {
            ReceptionTest.ensureDirectory();
            registered = ReceptionTest.register(RegistrationForm.filled());
        }
        return registered;
    }
}
