package org.puente.reporting.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.json.Json;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

class ReferralRowTest {
    private static final ZoneId CALENDAR = ZoneId.of("America/Guatemala");
    private static final Instant ISSUED_AT = Instant.parse("2025-01-03T03:00:00Z");

    private final ReferralFact.Issued issued =
            Samples.issued(new ReferralId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), ISSUED_AT);

    private ReferralRow standing(Region.Record... records) {
        return ReferralRow.of(known(records), CALENDAR);
    }

    private static ReferralFacts known(Region.Record... records) {
        return Referrals.gather(Taken.in(Arrays.asList(records))).values().stream()
                .reduce(ReferralFacts::merge)
                .orElseThrow();
    }

    @Test
    void hasNoStatusUntilTheIssueIsKnown() {
        Region.Record answer = Region.record("mex", "gtm", Samples.accepted(issued, ISSUED_AT.plusSeconds(60)));

        assertThat(standing(answer).status()).isNull();
    }

    @Test
    void ignoresAnAnswerOfTheIssuer() {
        ReferralFact.Accepted own =
                new ReferralFact.Accepted(issued.referralId(), issued.caseId(), Samples.IGM, ISSUED_AT.plusSeconds(60));

        ReferralRow standing = standing(Region.record("gtm", "mex", issued), Region.record("gtm", "mex", own));

        assertThat(standing.status()).isEqualTo(ReferralStatus.ISSUED);
        assertThat(standing.answeredAt()).isNull();
    }

    @Test
    void ignoresAnIssueThatAnotherNodePublished() {
        assertThat(standing(Region.record("hnd", "mex", issued)).status()).isNull();
    }

    @Test
    void keepsALateAnswerButNotAsTheStatus() {
        Instant late = issued.answerBy().plus(Duration.ofHours(1));

        ReferralRow standing = standing(
                Region.record("gtm", "mex", issued), Region.record("mex", "gtm", Samples.accepted(issued, late)));

        assertThat(standing.answeredAt()).isEqualTo(late);
        assertThat(standing.status()).isEqualTo(ReferralStatus.ISSUED);
    }

    @Test
    void countsTheDayByTheRegionsCalendar() {
        assertThat(standing(Region.record("gtm", "mex", issued)).issuedOn()).isEqualTo(LocalDate.of(2025, 1, 2));
    }

    @Test
    void showsWhatWasDelivered() {
        ReferralRow standing = standing(
                Region.record("gtm", "mex", issued),
                Region.record("mex", "gtm", Samples.delivered(issued, ISSUED_AT.plusSeconds(9))));

        assertThat(standing.status()).isEqualTo(ReferralStatus.DELIVERED);
        assertThat(standing.serviceCategory()).isEqualTo("employment");
    }

    @Test
    void isTheSameAfterHavingBeenStored() {
        ReferralFacts known = known(
                Region.record("gtm", "mex", issued),
                Region.record("mex", "gtm", Samples.delivered(issued, ISSUED_AT.plusSeconds(9))));

        assertThat(Json.read(Json.write(known), ReferralFacts.class)).isEqualTo(known);
    }

    @Test
    void keepsItsStepsUnderTheNameThatEarlierReleasesRead() {
        ReferralFacts known = known(Region.record("mex", "gtm", Samples.accepted(issued, ISSUED_AT)));

        assertThat(Json.read(Json.write(known), JsonNode.class).path("said")).hasSize(1);
    }
}
