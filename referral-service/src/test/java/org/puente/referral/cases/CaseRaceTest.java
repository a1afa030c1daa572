package org.puente.referral.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Locks;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** A fact waits for a row that another transaction writes, and finds it to be another institution's. */
@QuarkusTest
class CaseRaceTest extends ReferralServiceTestBase {
    private static final String CASE = """
            insert into case_file (case_id, institution, version, state, modified_at)
            values (?, 'gtm-stranger', 1, '{}', now())
            """;

    private static final String CONSENT = "insert into consent (consent_id, case_id) values (?, gen_random_uuid())";

    @Inject
    DataSource database;

    private final CaseId id = new CaseId(UUID.randomUUID());

    private void publishedWhile(String insert, UUID row, ReturnFact fact) throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try {
                Tables.change(other, insert, row);
                Wire.publish("gtm", "reception", fact);
                await().atMost(SOON).until(() -> Locks.waitingFor(other) > 0);
            } finally {
                other.commit();
            }
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Tables.column(
                                database, "select cause from dead_letter where record_key = ?", id.toString()))
                        .contains("foreign-party"));
    }

    @Test
    void aStateThatWaitedForAnotherInstitutionsIsPutAside() throws SQLException {
        publishedWhile(CASE, id.value(), RegionFacts.registered(id));
    }

    @Test
    void aConsentThatWaitedForOneOfAnotherCaseIsPutAside() throws SQLException {
        ReturnFact.ConsentRecorded consent = RegionFacts.consent(id, "region");
        publishedWhile(CONSENT, consent.consentId().value(), consent);
    }
}
