package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.testing.LaterRelease;
import org.puente.platform.testing.Wire;

/** A later release runs beside this one on the same database, or has run on it before a rollback. */
@QuarkusTest
class LaterReleaseTest extends StatusTest {
    private static final String DATABASE = "gtm_reception";

    @Test
    void peopleAreRegisteredAndReadWhileEachTableHasAColumnMore() throws SQLException {
        Registered earlier = registered();
        try (LaterRelease later = LaterRelease.withAColumnMore(DATABASE)) {
            assertThat(read(registered())).isEqualTo(200);
            assertThat(read(earlier)).isEqualTo(200);
        }
    }

    @Test
    void aReturnIsReadThatHasAFieldMore() throws SQLException {
        Registered who = registered();
        LaterRelease.write(
                DATABASE,
                "update return_case set content = (content::jsonb || '{\"later\": {\"more\": 1}}')::text"
                        + " where case_id = '%s'".formatted(who.caseId()));
        assertThat(read(who)).isEqualTo(200);
    }

    @Test
    void theStatusDoesWithoutAStoredFactOfAnUnknownKind() throws SQLException {
        Registered who = registered();
        Wire.publish(
                "mex",
                "referral",
                "gtm",
                CaseFactSamples.step(refer(who, CaseFactSamples.EMPLOYMENT), ReferralStatus.ACCEPTED));
        LaterRelease.write(
                DATABASE,
                "insert into case_fact (id, case_id, source, heard) values (gen_random_uuid(), '%s', '',"
                                .formatted(who.caseId())
                        + " '{\"kind\": \"later\", \"more\": 1}')");
        eventually(
                who,
                answer -> assertThat(answer.<List<String>>path("referrals.status"))
                        .containsExactly("accepted"));
    }

    private static int read(Registered who) {
        return intake().get("/v1/returns/" + who.caseId()).statusCode();
    }
}
