package org.puente.reception.status;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.puente.contracts.FactType;
import org.puente.contracts.Stream;
import org.puente.platform.testing.HostileNode;
import org.puente.reception.arrivals.HostileManifestsTest;

/** Which types are tried, by {@link HostileFactsTest} and {@link HostileManifestsTest}. */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    private static final Set<Stream> TRIED = EnumSet.of(Stream.REFERRALS, Stream.DIRECTORY, Stream.DOSSIERS);

    @Override
    protected Set<FactType> tried() {
        return Arrays.stream(FactType.values())
                .filter(type -> TRIED.contains(type.stream()))
                .collect(Collectors.toSet());
    }
}
