package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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

    /** A device without network makes the id of a case hours before it sends the registration. */
    @Test
    void aCaseMayBeOnItsWayHoweverOldItsIdIs() {
        assertThat(isEarly(NEW_CASE, NEW_CONSENT, "unknown-case")).isTrue();
        assertThat(isEarly(new CaseId(OLD), NEW_CONSENT, "unknown-case")).isTrue();
    }

    @Test
    void noCaseHasARandomId() {
        assertThat(isEarly(new CaseId(UUID.randomUUID()), NEW_CONSENT, "unknown-case"))
                .isFalse();
    }

    @Test
    void whereThePreviewFindsNoCaseItMayBeOnItsWayToo() {
        assertThat(EarlyIssue.of(new CaseId(OLD), null)).accepts(ProblemException.notFound());
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

    @Test
    void aCaseThatCameWhileARequestWaitedMayHaveConsentsThatComeAfterIt() {
        Predicate<ProblemException> request = EarlyIssue.of(new CaseId(OLD), null);
        assertThat(request).accepts(refused("unknown-case"));
        assertThat(request).accepts(refused("no-consent"));
    }

    private static boolean isEarly(CaseId id, ConsentId consent, String code) {
        return EarlyIssue.of(id, consent).test(refused(code));
    }

    private static ProblemException refused(String code) {
        return new ProblemException(
                ProblemKind.RULE_BROKEN, "referral-not-possible", List.of(FieldError.of("/any", code)));
    }
}
