package org.puente.reporting.indicators;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Sex;
import org.puente.platform.testing.LaterRelease;
import org.puente.reporting.Figures;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

/** A later release runs beside this one on the same database, or has run on it before a rollback. */
@QuarkusTest
class LaterReleaseTest {
    private static final String DATABASE = "region_reporting";
    private static final LocalDate DAY = LocalDate.of(2036, 6, 6);
    private static final String VIEW = """
            case_id, node, person_id, institution, returned_on, reception_point, nationality,
            returned_from, will, assistance, legal_basis, age_group, sex""";

    private static void sevenMoreReturn() {
        for (int i = 0; i < 7; i++) {
            Region.publish(Region.record("gtm", Samples.registered(DAY, Sex.FEMALE)));
        }
    }

    private static void awaitCounted(int returns) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Integer.valueOf(returns).equals(Figures.total("returns", DAY.toString())));
    }

    @Test
    void figuresGoOnWhileTablesAndViewsHaveAColumnMore() throws SQLException {
        sevenMoreReturn();
        awaitCounted(7);
        try (LaterRelease later = LaterRelease.withAColumnMore(DATABASE)) {
            LaterRelease.define(
                    DATABASE,
                    "create or replace view return_standing as select %s, of_a_later_release from returned"
                            .formatted(VIEW));
            try {
                sevenMoreReturn();
                awaitCounted(14);
            } finally {
                LaterRelease.define(DATABASE, """
                        drop view return_standing;
                        create view return_standing as select %s from returned;
                        alter view return_standing owner to region_reporting
                        """.formatted(VIEW));
            }
        }
    }
}
