package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;

class RecordedFactTest {
    private static final String LATER = """
            [{"id":"01980000-0000-7000-8000-000000000001","side":"issuer","type":"org.puente.referral.later.v1",\
            "fact":{"what":"nobody knows yet"},"more":1}]""";

    private final RecordedFact started = new RecordedFact(
            UUID.randomUUID(),
            Side.RECIPIENT,
            new ReferralFact.Started(
                    new ReferralId(UUID.randomUUID()),
                    new CaseId(UUID.randomUUID()),
                    new InstitutionId("gtm-work"),
                    Instant.parse("2026-11-22T12:00:00Z")));

    @Test
    void isReadAsItWasWritten() {
        assertThat(RecordedFact.read(RecordedFact.append("[]", started))).containsExactly(started);
    }

    @Test
    void isReadBesideOneOfATypeThatOnlyALaterReleaseKnows() {
        assertThat(RecordedFact.read(RecordedFact.append(LATER, started))).containsExactly(started);
    }

    @Test
    void leavesOneOfALaterReleaseAsItIs() {
        String unclosed = LATER.substring(0, LATER.length() - 1);
        assertThat(RecordedFact.append(LATER, started)).startsWith(unclosed + ",");
    }
}
