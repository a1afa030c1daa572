package org.puente.contracts;

import java.time.Instant;

/**
 * Stream {@code referrals}: the life of a referral, as issuer and recipient publish it. {@link
 * ReferralHistory} computes the status from these facts.
 */
public sealed interface ReferralFact extends Fact {

    ReferralId referralId();

    CaseId caseId();

    /** The institution that acts. */
    InstitutionId institution();

    /** When it happened; for an answer, when it was given. */
    Instant occurredAt();

    /** The step of the lattice that this fact takes. */
    default ReferralStatus step() {
        return ReferralStatus.of(this);
    }

    @Override
    default String subject() {
        return referralId().toString();
    }

    /**
     * An institution asks another to serve a person.
     *
     * @param partOf the referral that was redirected to this referral; null if none
     * @param need the need that the service is to meet
     * @param answerBy an answer given later does not count
     * @param consentId the consent, or order of an authority, that permits the referral
     * @param dossierId where the recipient finds whom the referral is about
     */
    record Issued(
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            ReferralId partOf,
            OfferId offerId,
            Party from,
            Party to,
            Need need,
            Priority priority,
            Instant answerBy,
            ConsentId consentId,
            DossierId dossierId)
            implements ReferralFact {
        public Issued {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("offerId", offerId);
            Require.present("from", from);
            Require.present("to", to);
            Require.present("need", need);
            Require.present("priority", priority);
            answerBy = Require.instant("answerBy", answerBy);
            Require.present("consentId", consentId);
            Require.present("dossierId", dossierId);
        }

        /**
         * Whether this fact may be published on a topic: the topic goes from the issuer's node to
         * the recipient's, the acting institution is the issuer, and institutions and offer can be
         * these nodes' by their ids.
         */
        public boolean belongsOn(Topic topic) {
            return from.node().equals(topic.node())
                    && to.node().equals(topic.to())
                    && institution.equals(from.institution())
                    && from.node().mayOwn(from.institution())
                    && to.node().mayOwn(to.institution())
                    && to.node().mayOwn(offerId);
        }
    }

    /** The recipient's node has the referral. */
    record Acknowledged(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Acknowledged {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /** The recipient will serve the person. */
    record Accepted(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Accepted {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /** The recipient will serve the person once there is a place. */
    record Waitlisted(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Waitlisted {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /** The recipient will not serve the person. */
    record Declined(
            ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt, DeclineReason reason)
            implements ReferralFact {
        public Declined {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }

    /**
     * The recipient sends the person on to another offer.
     *
     * @param offerId the other offer
     * @param next the new referral, whose {@code partOf} is this referral; null if it was not
     *     issued yet
     */
    record Redirected(
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            OfferId offerId,
            ReferralId next)
            implements ReferralFact {
        public Redirected {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("offerId", offerId);
        }
    }

    /**
     * The person has an appointment; a later one replaces it.
     *
     * @param at when the appointment is
     */
    record Scheduled(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt, Instant at)
            implements ReferralFact {
        public Scheduled {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            at = Require.instant("at", at);
        }
    }

    /** The person did not come to the appointment. */
    record Missed(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Missed {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /** The service has begun. */
    record Started(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Started {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /**
     * The service is done.
     *
     * @param level as the offer had it
     * @param dimension as the offer had it
     * @param category as the offer had it
     */
    record Delivered(
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            ServiceOutcome outcome,
            Level level,
            Dimension dimension,
            String category)
            implements ReferralFact {
        public Delivered {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("outcome", outcome);
            Require.present("level", level);
            Require.present("dimension", dimension);
            Shape.SLUG.require("category", category);
        }
    }

    /** The service will not be done, though it was accepted. */
    record Failed(
            ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt, FailureReason reason)
            implements ReferralFact {
        public Failed {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }

    /** The issuer takes the referral back. */
    record Cancelled(
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            CancellationReason reason)
            implements ReferralFact {
        public Cancelled {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }

    /** The person takes the referral back, or the consent has ended. */
    record Withdrawn(
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            WithdrawalReason reason)
            implements ReferralFact {
        public Withdrawn {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("reason", reason);
        }
    }

    /** The issuer knows of no answer in time. */
    record Expired(ReferralId referralId, CaseId caseId, InstitutionId institution, Instant occurredAt)
            implements ReferralFact {
        public Expired {
            Require.present("referralId", referralId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }
}
