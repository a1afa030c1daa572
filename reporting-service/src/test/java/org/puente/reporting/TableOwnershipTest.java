package org.puente.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.TableOwnership;

class TableOwnershipTest {
    @Test
    void eachTableIsUsedByOneFeatureAlone() {
        assertThat(TableOwnership.of(Path.of(""), "org/puente/reporting").shared())
                .isEmpty();
    }
}
