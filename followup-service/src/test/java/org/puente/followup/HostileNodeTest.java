package org.puente.followup;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.puente.contracts.FactType;
import org.puente.platform.testing.HostileNode;

/** Nothing of another node comes in here; when something does, it has to be tried. */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    @Override
    protected Set<FactType> tried() {
        return Set.of();
    }
}
