package org.puente.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PositionTablesTest extends RestoreSlice {
    private static final TopicPartition KNOWN = new TopicPartition("puente.gtm.positions-held", 0);
    private static final TopicPartition NEW = new TopicPartition("puente.gtm.positions-held", 1);

    @Test
    void whatIsKnownToBeTakenInWaitsForNoBatchThatHoldsItsPosition() throws SQLException {
        try (Connection batch = database.getConnection();
                Connection start = database.getConnection()) {
            PositionTables.takenIn(start, Map.of(KNOWN, 5L));
            batch.setAutoCommit(false);
            start.setAutoCommit(false);
            try {
                sql(batch, "select from intake_position where topic = '" + KNOWN.topic() + "' for update");
                sql(start, "set local lock_timeout = '5s'");
                PositionTables.takenIn(start, Map.of(KNOWN, 4L, NEW, 2L));
                start.commit();
            } finally {
                batch.rollback();
                batch.setAutoCommit(true);
                start.rollback();
                start.setAutoCommit(true);
            }
            assertThat(PositionTables.intake(start)).containsEntry(KNOWN, 5L).containsEntry(NEW, 2L);
        }
    }
}
