package org.puente.followup;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.OutageRules;
import org.puente.platform.testing.TestRealm;

@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "hnd"), @ResourceArg(name = "service", value = "followup")})
class DatabaseAwayTest extends OutageRules {
    @Override
    protected String node() {
        return "hnd";
    }

    @Override
    protected Set<String> exempt() {
        return Set.of("GET /v1/instruments", "GET /v1/instruments/{id}");
    }
}
