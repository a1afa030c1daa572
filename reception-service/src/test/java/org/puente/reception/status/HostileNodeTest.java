package org.puente.reception.status;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.contracts.FactType;
import org.puente.contracts.Stream;
import org.puente.platform.testing.HostileNode;

/** Which types are tried by {@link HostileFactsTest}. */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    @Override
    protected Set<FactType> tried() {
        return Arrays.stream(FactType.values())
                .filter(type -> type.stream() == Stream.REFERRALS || type.stream() == Stream.DIRECTORY)
                .collect(Collectors.toSet());
    }
}
