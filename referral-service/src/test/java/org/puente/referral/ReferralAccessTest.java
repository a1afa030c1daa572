package org.puente.referral;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.AccessRules;
import org.puente.platform.testing.TestRealm;

@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "referral")})
class ReferralAccessTest extends AccessRules {
    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        Set<String> caseManager = Set.of("case-manager");
        Map<String, Set<String>> roles = new HashMap<>();
        Stream.of(
                        "GET /v1/cases/{caseId}/export",
                        "GET /v1/cases/{caseId}/matches",
                        "GET /v1/cases/{caseId}/preview",
                        "GET /v1/cases/{caseId}/referrals",
                        "POST /v1/referrals",
                        "POST /v1/referrals/bulk",
                        "GET /v1/referrals",
                        "GET /v1/referrals/changes",
                        "GET /v1/referrals/stream",
                        "GET /v1/referrals/{id}",
                        "POST /v1/referrals/{id}/facts",
                        "GET /v1/referrals/{id}/dossier",
                        "POST /v1/referrals/{id}/attachments",
                        "GET /v1/referrals/{id}/attachments",
                        "GET /v1/referrals/{id}/attachments/{attachmentId}",
                        "POST /v1/webhooks",
                        "GET /v1/webhooks",
                        "GET /v1/webhooks/{id}",
                        "PUT /v1/webhooks/{id}",
                        "DELETE /v1/webhooks/{id}",
                        "POST /v1/webhooks/{id}/enable",
                        "POST /v1/webhooks/{id}/secret",
                        "GET /v1/webhooks/{id}/deliveries",
                        "POST /v1/webhooks/{id}/deliveries/{deliveryId}/redeliver")
                .forEach(endpoint -> roles.put(endpoint, caseManager));
        return roles;
    }

    @Override
    protected String body(Endpoint endpoint) {
        if (endpoint.path().startsWith("/v1/webhooks")) {
            return "{\"url\": \"https://93.184.215.14/\"}";
        }
        return endpoint.path().endsWith("/facts") ? "{\"type\": \"accepted\"}" : """
                {"caseId": "%1$s", "offerId": "gtm-x", "consentId": "%1$s",
                 "need": {"dimension": "social", "category": "x", "urgency": "normal"}}""".formatted(UUID.randomUUID());
    }
}
