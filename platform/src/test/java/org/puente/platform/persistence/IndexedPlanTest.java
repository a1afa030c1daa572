package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class IndexedPlanTest extends PlatformTestBase {
    /** A connection keeps the plan that it made while the table was small. */
    @Test
    void aTableIsReadByItsIndexHoweverSmallItIs() {
        String plan = run(session -> session.createNativeQuery(
                        "explain select from relay_position where topic = 'a' and partition_no = 0", String.class)
                .getResultList()
                .map(lines -> String.join("\n", lines)));
        assertThat(plan).contains("relay_position_pkey").doesNotContain("Seq Scan");
    }
}
