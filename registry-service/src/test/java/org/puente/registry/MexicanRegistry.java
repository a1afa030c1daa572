package org.puente.registry;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.TestRealm;

/** What all tests here run on: the registry-service of Mexico's node, on the real backbone. */
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "mex"), @ResourceArg(name = "service", value = "registry")})
@QuarkusTestResource(TestRealm.class)
final class MexicanRegistry {
    private MexicanRegistry() {}
}
