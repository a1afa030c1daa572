package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.puente.referral.referrals.ReferralFixture.ISSUER;
import static org.puente.referral.referrals.ReferralFixture.OWNER;
import static org.puente.referral.referrals.ReferralFixture.RECIPIENT;
import static org.puente.referral.referrals.ReferralFixture.caller;
import static org.puente.referral.referrals.ReferralFixture.party;
import static org.puente.referral.referrals.ReferralFixture.referral;

import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Caller;

class ParticipantsTest {
    private static final Caller CASE_OWNER = caller(ISSUER.node(), OWNER);

    @Test
    void eachParticipantSeesTheReferralFromItsSide() {
        assertThat(Participants.view(caller(ISSUER), referral())).isEqualTo(Side.ISSUER);
        assertThat(Participants.view(caller(RECIPIENT), referral())).isEqualTo(Side.RECIPIENT);
    }

    @Test
    void theCaseOwnerSeesItFromNoSide() {
        assertThat(Participants.view(CASE_OWNER, referral())).isNull();
    }

    @Test
    void aCaseOwnerThatIsTheRecipientSeesItAsTheRecipient() {
        Referral toOwner = referral(ISSUER, party("gtm", OWNER.value()));
        assertThat(Participants.view(CASE_OWNER, toOwner)).isEqualTo(Side.RECIPIENT);
    }

    @Test
    void forOthersThereIsNoReferral() {
        assertNotFound(caller(party("gtm", "gtm-mintrab")), referral());
    }

    @Test
    void anInstitutionOfThatIdAtAnotherNodeIsAnother() {
        assertNotFound(caller(party("gtm", RECIPIENT.institution().value())), referral());
        assertNotFound(caller(party("hnd", OWNER.value())), referral());
    }

    @Test
    void aReferralThatIsNotThereIsNotFound() {
        assertNotFound(caller(ISSUER), null);
    }

    @Test
    void theCaseOwnerIsNoParticipant() {
        assertThat(Participants.of(referral()).sides(CASE_OWNER)).isEmpty();
    }

    @Test
    void eachStepIsTakenOnTheSideThatMayTakeIt() {
        Participants itself = Participants.of(referral(ISSUER, ISSUER));
        assertThat(itself.sideFor(ReferralStatus.CANCELLED, caller(ISSUER))).isEqualTo(Side.ISSUER);
        assertThat(itself.sideFor(ReferralStatus.ACCEPTED, caller(ISSUER))).isEqualTo(Side.RECIPIENT);
    }

    @Test
    void aStepOfBothSidesIsTakenAsTheRecipient() {
        Participants itself = Participants.of(referral(ISSUER, ISSUER));
        assertThat(itself.sideFor(ReferralStatus.WITHDRAWN, caller(ISSUER))).isEqualTo(Side.RECIPIENT);
    }

    @Test
    void aStepOfTheOtherSideIsTakenOnNoOtherSide() {
        assertThat(Participants.of(referral()).sideFor(ReferralStatus.ACCEPTED, caller(ISSUER)))
                .isEqualTo(Side.ISSUER);
    }

    private static void assertNotFound(Caller caller, Referral referral) {
        assertThatThrownBy(() -> Participants.view(caller, referral))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }
}
