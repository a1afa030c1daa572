package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.referral.attachments.AttachmentSlice;

@QuarkusTest
class RetentionTest extends AttachmentSlice {
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Retention retention;

    @Test
    void thirtyDaysAfterTheEndAnAttachmentIsErasedWithTheDossier() throws Throwable {
        String referral = referred();
        String attachment = attached(referral, PDF);
        hasCome(referral, attachment);
        addFact(RECIPIENT, referral, "declined", "reason", "other").statusCode(200);
        endedDaysAgo(31, referral);
        VertxContextSupport.subscribeAndAwait(retention::tick);
        assertThat(partsOf(referral)).isZero();
        file(RECIPIENT, referral, attachment).statusCode(410);
    }

    @Test
    void beforeThatItStays() throws Throwable {
        String referral = referred();
        String attachment = attached(referral, PDF);
        hasCome(referral, attachment);
        addFact(RECIPIENT, referral, "declined", "reason", "other").statusCode(200);
        endedDaysAgo(29, referral);
        VertxContextSupport.subscribeAndAwait(retention::tick);
        file(RECIPIENT, referral, attachment).statusCode(200);
    }

    private void endedDaysAgo(int days, String referral) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update referral set final_at = now() - make_interval(days => ?)" + " where referral_id = ?")) {
            statement.setInt(1, days);
            statement.setObject(2, UUID.fromString(referral));
            statement.executeUpdate();
        }
    }
}
