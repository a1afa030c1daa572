package org.puente.contracts;

import java.time.Instant;

/**
 * Stream {@code referrals}: what one participant lets the other know of a referral without taking a
 * step. A note has no rank and doesn't change the status (see {@link ReferralHistory}).
 */
public sealed interface ReferralNote extends Fact {

    ReferralId referralId();

    CaseId caseId();

    /** The institution that lets the other participant know. */
    InstitutionId institution();

    Instant occurredAt();

    /** The side whose node may publish the note. */
    Side side();

    @Override
    default String subject() {
        return referralId().toString();
    }

    /** The issuer's node reminds the recipient: the deadline is near and no answer is known. */
    record Reminded(
            ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt, Instant answerBy)
            implements ReferralNote {
        public Reminded {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            answerBy = Require.instant("answerBy", answerBy);
        }

        @Override
        public Side side() {
            return Side.ISSUER;
        }
    }

    /**
     * The recipient's node informs the issuer where the person stands in the waiting list.
     *
     * @param position 1 for the next to get a place
     */
    record Queued(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt, int position)
            implements ReferralNote {
        public Queued {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "position", position);
        }

        @Override
        public Side side() {
            return Side.RECIPIENT;
        }
    }
}
