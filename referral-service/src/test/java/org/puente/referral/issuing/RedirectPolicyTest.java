package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.referral.referrals.ReferralFixture.ISSUER;
import static org.puente.referral.referrals.ReferralFixture.OWNER;
import static org.puente.referral.referrals.ReferralFixture.RECIPIENT;
import static org.puente.referral.referrals.ReferralFixture.caller;
import static org.puente.referral.referrals.ReferralFixture.party;
import static org.puente.referral.referrals.ReferralFixture.referral;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;
import org.puente.platform.web.Caller;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralFixture;

/** Who may follow a redirect, and which. */
class RedirectPolicyTest {
    private static final OfferId NEXT = new OfferId("hnd-next");
    private static final IssueDecision NO_SUCH_REDIRECT =
            IssueDecision.refused(IssueDecision.Field.REDIRECTED, "no-such-redirect");

    private final Referral redirected = ReferralFixture.redirected(NEXT);

    @Test
    void theIssuerFollowsTheRedirect() {
        assertThat(followedBy(caller(ISSUER))).isEqualTo(IssueDecision.permitted());
    }

    @Test
    void theCaseOwnerFollowsTheRedirect() {
        assertThat(followedBy(caller(ISSUER.node(), OWNER))).isEqualTo(IssueDecision.permitted());
    }

    @Test
    void nobodyElseFollowsIt() {
        assertThat(followedBy(caller(RECIPIENT))).isEqualTo(NO_SUCH_REDIRECT);
        assertThat(followedBy(caller(party("gtm", "gtm-mintrab")))).isEqualTo(NO_SUCH_REDIRECT);
    }

    @Test
    void aRedirectIsFollowedToTheOfferThatItPointsToAlone() {
        assertThat(IssuePolicy.redirected(redirected, caller(ISSUER), redirected.caseId(), new OfferId("hnd-other")))
                .isEqualTo(NO_SUCH_REDIRECT);
    }

    @Test
    void aRedirectIsFollowedForThePersonOfItsCaseAlone() {
        CaseId other = new CaseId(UUID.randomUUID());
        assertThat(IssuePolicy.redirected(redirected, caller(ISSUER), other, NEXT))
                .isEqualTo(NO_SUCH_REDIRECT);
    }

    @Test
    void aReferralThatWasNotRedirectedIsNotFollowed() {
        Referral open = referral();
        assertThat(IssuePolicy.redirected(open, caller(ISSUER), open.caseId(), NEXT))
                .isEqualTo(NO_SUCH_REDIRECT);
        assertThat(IssuePolicy.redirected(null, caller(ISSUER), open.caseId(), NEXT))
                .isEqualTo(NO_SUCH_REDIRECT);
    }

    @Test
    void aRedirectIsFollowedOnce() {
        ReferralId next = new ReferralId(UUID.randomUUID());
        assertThat(IssuePolicy.followed(null)).isEqualTo(IssueDecision.permitted());
        assertThat(IssuePolicy.followed(next)).isEqualTo(new IssueDecision.Followed(next));
    }

    private IssueDecision followedBy(Caller caller) {
        return IssuePolicy.redirected(redirected, caller, redirected.caseId(), NEXT);
    }
}
