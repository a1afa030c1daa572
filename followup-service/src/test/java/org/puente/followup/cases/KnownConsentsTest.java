package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.consent;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownConsentsTest {
    private static final Situation NOW = Sample.at("2026-01-11T12:00:00Z");
    private static final LocalDate SPRING = LocalDate.parse("2026-03-01");

    @Test
    void coverNobodyWhereNoneIsKnown() {
        assertThat(new KnownConsents(List.of()).cover(Sample.RECEPTION, NOW)).isFalse();
    }

    @Test
    void haveNoLastDayWhereOneHasNoEnd() {
        KnownConsents consents = new KnownConsents(List.of(consent(SPRING, "node"), consent(null, "node")));
        assertThat(consents.lastDay(Sample.MUNICIPAL, NOW)).isEmpty();
    }

    @Test
    void holdForAnOfficeUntilTheEndOfThoseThatCoverIt() {
        KnownConsents consents =
                new KnownConsents(List.of(consent(SPRING, "node"), consent(SPRING.plusDays(1), "hnd-inm")));
        assertThat(consents.lastDay(Sample.MUNICIPAL, NOW)).contains(SPRING);
    }
}
