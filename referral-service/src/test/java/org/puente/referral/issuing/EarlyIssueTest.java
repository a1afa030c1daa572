package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

class EarlyIssueTest {
    /** Made in 2020. */
    private static final UUID OLD = UUID.fromString("01700000-0000-7000-8000-000000000001");

    private static final CaseId NEW_CASE = new CaseId(Ids.next());
    private static final ConsentId NEW_CONSENT = new ConsentId(Ids.next());

    @Test
    void aNewCaseMayBeOnItsWay() {
        assertThat(isEarly(NEW_CASE, NEW_CONSENT, "unknown-case")).isTrue();
        assertThat(isEarly(new CaseId(OLD), NEW_CONSENT, "unknown-case")).isFalse();
    }

    @Test
    void aNewConsentMayBeOnItsWayAlsoOfAnOldCase() {
        assertThat(isEarly(new CaseId(OLD), NEW_CONSENT, "unknown-consent")).isTrue();
    }

    @Test
    void anOldConsentIsNotWaitedFor() {
        assertThat(isEarly(NEW_CASE, new ConsentId(OLD), "unknown-consent")).isFalse();
    }

    /** Clients choose the ids of later consents. */
    @Test
    void aConsentWhoseIdDoesNotShowItsAgeMayBeNew() {
        assertThat(isEarly(new CaseId(OLD), new ConsentId(UUID.randomUUID()), "unknown-consent"))
                .isTrue();
    }

    @Test
    void ofANewCaseAnyConsentMayCome() {
        assertThat(isEarly(NEW_CASE, null, "no-consent")).isTrue();
        assertThat(isEarly(new CaseId(OLD), null, "no-consent")).isFalse();
    }

    private static boolean isEarly(CaseId id, ConsentId consent, String code) {
        return EarlyIssue.of(id, consent)
                .test(new ProblemException(
                        ProblemKind.RULE_BROKEN, "referral-not-possible", List.of(FieldError.of("/any", code))));
    }
}
