package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

class EarlyIssueTest {
    /** Made in 2020. */
    private static final UUID OLD = UUID.fromString("01700000-0000-7000-8000-000000000001");

    private static final CaseId NEW_CASE = new CaseId(Ids.next());

    /** A device without network makes the id of a case hours before it sends the registration. */
    @Test
    void aCaseMayBeOnItsWayHoweverOldItsIdIs() {
        assertThat(isEarly(NEW_CASE, "unknown-case")).isTrue();
        assertThat(isEarly(new CaseId(OLD), "unknown-case")).isTrue();
    }

    @Test
    void noCaseHasARandomId() {
        assertThat(isEarly(new CaseId(UUID.randomUUID()), "unknown-case")).isFalse();
    }

    @Test
    void whereThePreviewFindsNoCaseItMayBeOnItsWayToo() {
        assertThat(EarlyIssue.of(new CaseId(OLD))).accepts(ProblemException.notFound());
    }

    /** Clients choose the ids of later consents: a device without network long before it sends them. */
    @Test
    void aConsentMayBeOnItsWayHoweverOldItsIdIs() {
        assertThat(isEarly(new CaseId(OLD), "unknown-consent")).isTrue();
    }

    @Test
    void ofANewCaseAnyConsentMayCome() {
        assertThat(isEarly(NEW_CASE, "no-consent")).isTrue();
        assertThat(isEarly(new CaseId(OLD), "no-consent")).isFalse();
    }

    @Test
    void aCaseThatCameWhileARequestWaitedMayHaveConsentsThatComeAfterIt() {
        Predicate<ProblemException> request = EarlyIssue.of(new CaseId(OLD));
        assertThat(request).accepts(refused("unknown-case"));
        assertThat(request).accepts(refused("no-consent"));
    }

    @Test
    void aRequestKnowsWhetherAnAttemptWasEarly() {
        EarlyIssue request = EarlyIssue.of(NEW_CASE);
        request.test(refused("offer-not-active"));
        assertThat(request.wasEarly()).isFalse();
        request.test(refused("unknown-case"));
        assertThat(request.wasEarly()).isTrue();
    }

    private static boolean isEarly(CaseId id, String code) {
        return EarlyIssue.of(id).test(refused(code));
    }

    private static ProblemException refused(String code) {
        return new ProblemException(
                ProblemKind.RULE_BROKEN, "referral-not-possible", List.of(FieldError.of("/any", code)));
    }
}
