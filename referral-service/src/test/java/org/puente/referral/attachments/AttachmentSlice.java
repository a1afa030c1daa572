package org.puente.referral.attachments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKey;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** A referral-service to attach to; the test plays the institutions, and other nodes. */
public abstract class AttachmentSlice extends ReferralServiceTestBase {
    protected static final String ISSUER = "gtm-igm";
    protected static final String RECIPIENT = "gtm-work";

    /** Five megabytes are seven sealed, which a busy host takes a minute for. */
    private static final Duration CARRIED = Duration.ofMinutes(3);

    @Inject
    NodeKeys keys;

    @Inject
    protected DataSource database;

    /** A referral from an institution of Guatemala to another. */
    protected String referred() {
        return referred(arrived());
    }

    protected String referred(Arrived person) {
        return issued(person, published(RegionFacts.offer(offerId("gtm"), null, LONG)));
    }

    protected static ValidatableResponse attach(String institution, String referral, byte[] file) {
        return attach(
                institution,
                referral,
                file,
                "application/pdf",
                UUID.randomUUID().toString());
    }

    protected static ValidatableResponse attach(
            String institution, String referral, byte[] file, String claimed, String key) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .contentType(claimed)
                .header("Idempotency-Key", key)
                .queryParam("kind", "medical")
                .body(file)
                .post("/v1/referrals/{id}/attachments", referral)
                .then();
    }

    protected static String attached(String referral, byte[] file) {
        return attach(ISSUER, referral, file).statusCode(201).extract().path("attachmentId");
    }

    protected static ValidatableResponse list(String institution, String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}/attachments", referral)
                .then();
    }

    protected static ValidatableResponse file(String institution, String referral, Object attachment) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}/attachments/{attachmentId}", referral, attachment)
                .then();
    }

    protected static void hasCome(String referral, Object attachment) {
        await().atMost(CARRIED)
                .until(() -> list(RECIPIENT, referral).extract().asString().contains("\"state\":\"complete\""));
        file(RECIPIENT, referral, attachment).statusCode(200);
    }

    /** Says a part as the node that issued the referral does, and gives the id of the fact. */
    UUID publish(String node, AttachmentChunks cut, int part) {
        return Wire.publish(node, "referral", "gtm", cut.sealed(part, key()));
    }

    private JsonWebKey key() {
        return Seal.newest(keys.published());
    }

    protected void wasTakenIn(UUID fact) {
        await().atMost(SOON).until(() -> count("select count(*) from inbox where id = ?", fact) == 1);
    }

    protected long partsOf(String referral) {
        return count("select count(*) from attachment_part where referral_id = ?", UUID.fromString(referral));
    }

    private long count(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
