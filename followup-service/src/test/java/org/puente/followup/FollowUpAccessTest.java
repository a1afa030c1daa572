package org.puente.followup;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.AccessRules;
import org.puente.platform.testing.TestRealm;

@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "hnd"), @ResourceArg(name = "service", value = "followup")})
class FollowUpAccessTest extends AccessRules {
    private static final Set<String> CASE_MANAGER = Set.of("case-manager");
    private static Person person;
    private static String followUp;

    @BeforeAll
    static void theDirectoryIsKnown() {
        FollowUpServiceTestBase.theDirectoryIsKnown();
    }

    @BeforeEach
    void aFollowUpIsDue() {
        if (followUp == null) {
            person = Person.goingTo("HN-CR");
            followUp = FollowUpServiceTestBase.due(person);
        }
    }

    @Override
    protected String node() {
        return "hnd";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        return Map.of(
                "GET /v1/followups", CASE_MANAGER,
                "POST /v1/followups/{id}/visit", CASE_MANAGER,
                "GET /v1/followups/{id}/dossier", CASE_MANAGER,
                "GET /v1/cases/{caseId}/followups", CASE_MANAGER,
                "GET /v1/cases/{caseId}/export", CASE_MANAGER,
                "GET /v1/instruments", CASE_MANAGER,
                "GET /v1/instruments/{id}", CASE_MANAGER);
    }

    @Override
    protected String existing(Endpoint endpoint, String parameter) {
        if (parameter.equals("caseId")) {
            return person.caseId().toString();
        }
        return endpoint.path().startsWith("/v1/followups") ? followUp : super.existing(endpoint, parameter);
    }

    @Override
    protected String body(Endpoint endpoint) {
        return endpoint.path().endsWith("/visit") ? "{\"outcome\": \"unreachable\"}" : "{}";
    }
}
