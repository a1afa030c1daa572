package org.puente.referral;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.AccessRules;
import org.puente.platform.testing.TestRealm;

@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {
            @ResourceArg(name = "node", value = "gtm"),
            @ResourceArg(name = "service", value = "referral")
        })
class ReferralAccessTest extends AccessRules {
    @Override
    protected String node() {
        return "gtm";
    }

    @Override
    protected Map<String, Set<String>> roles() {
        Set<String> caseManager = Set.of("case-manager");
        return Map.of(
                "GET /v1/cases/{caseId}/matches", caseManager,
                "GET /v1/cases/{caseId}/referrals", caseManager,
                "POST /v1/referrals/bulk", caseManager,
                "POST /v1/referrals", caseManager,
                "GET /v1/referrals", caseManager,
                "GET /v1/referrals/{id}", caseManager,
                "POST /v1/referrals/{id}/facts", caseManager,
                "GET /v1/referrals/{id}/dossier", caseManager);
    }

    @Override
    protected String body(Endpoint endpoint) {
        return endpoint.path().endsWith("/facts")
                ? "{\"type\": \"accepted\"}"
                : """
                {"caseId": "%1$s", "offerId": "gtm-x", "consentId": "%1$s",
                 "need": {"dimension": "social", "category": "x", "urgency": "normal"}}"""
                        .formatted(UUID.randomUUID());
    }
}
