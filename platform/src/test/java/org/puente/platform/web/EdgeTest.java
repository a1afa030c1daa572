package org.puente.platform.web;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.EdgeRules;
import org.puente.platform.testing.TestRealm;

/** The platform's own endpoints are held to the rules of all. */
@QuarkusTest
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "registry")})
class EdgeTest extends EdgeRules {
    @Override
    protected String node() {
        return "gtm";
    }
}
