package org.puente.referral;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.OutageRules;
import org.puente.platform.testing.TestRealm;

@Tag("containers")
@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "referral")})
class DatabaseAwayTest extends OutageRules {
    @Override
    protected String node() {
        return "gtm";
    }

    /** It answers for each person by itself: SilentDatabaseTest. */
    @Override
    protected Set<String> exempt() {
        return Set.of("POST /v1/referrals/bulk");
    }

    @Override
    protected String query(Endpoint endpoint) {
        return isUpload(endpoint) ? "?kind=medical" : "";
    }

    @Override
    protected String contentType(Endpoint endpoint) {
        return isUpload(endpoint) ? "application/pdf" : super.contentType(endpoint);
    }

    @Override
    protected String body(Endpoint endpoint) {
        if (isUpload(endpoint)) {
            return "%PDF-1.7";
        }
        if (endpoint.path().startsWith("/v1/webhooks")) {
            return "{\"url\": \"https://93.184.215.14/\"}";
        }
        return super.body(endpoint);
    }

    private static boolean isUpload(Endpoint endpoint) {
        return endpoint.method().equals("POST") && endpoint.path().endsWith("/attachments");
    }
}
