package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnCasesTest {
    private final OwnCases own = new OwnCases();

    @Test
    void keepsNoFactOfAnothersCase() {
        own.registered("mine");
        own.published(Facts.of("return.registered", "foreign"));
        assertThat(own.facts()).isEmpty();
    }

    @Test
    void keepsAFactThatIsPublishedBeforeTheRegistrationIsAnswered() {
        StreamedFact early = Facts.of("return.registered", "mine");
        own.published(early);
        own.registered("mine");
        assertThat(own.facts()).containsExactly(early);
    }

    @Test
    void doesNotTakeAReferralOfOthersForItsOwn() {
        own.issued(new CaseOffice.Issued("r1", "gtm", "hnd", "hnd-sreci"));
        assertThat(own.hasReferral("r2")).isFalse();
    }
}
