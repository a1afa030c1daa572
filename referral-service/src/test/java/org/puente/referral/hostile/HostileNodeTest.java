package org.puente.referral.hostile;

import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumSet;
import java.util.Set;
import org.puente.contracts.FactType;
import org.puente.platform.testing.HostileNode;

/**
 * Which types another node's facts of are tried: those of {@link HostileStepsTest}, {@link
 * HostileIssuesTest}, {@link HostileDirectoryTest} and {@link HostileDossiersTest}.
 */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    @Override
    protected Set<FactType> tried() {
        Set<FactType> tried = EnumSet.copyOf(Facts.types());
        tried.add(FactType.REFERRAL_ISSUED);
        tried.addAll(HostileDirectoryTest.TRIED);
        tried.addAll(HostileDossiersTest.TRIED);
        return tried;
    }
}
