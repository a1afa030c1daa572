package org.puente.contracts;

import java.time.Instant;

/** Stream {@code dossiers}: personal data, sealed to the one node that may open it. */
public sealed interface DossierFact extends Fact {

    DossierId dossierId();

    InstitutionId institution();

    Instant occurredAt();

    @Override
    default String subject() {
        return dossierId().toString();
    }

    /**
     * A dossier. A dossier that is sealed again under the same id replaces the earlier one.
     *
     * @param referralId the referral that the dossier is for; null if it is for a case
     * @param caseId the case that the dossier is for; null if it is for a referral
     * @param to the node that can open the dossier
     * @param kid id of that node's key
     * @param jwe RFC 7516 compact, ECDH-ES+A256KW with A256GCM. A case's dossier that is not for
     *     referrals names its purpose in the protected header: {@code "puente-purpose":
     *     "follow-up"}
     */
    record Sealed(
            DossierId dossierId,
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            NodeId to,
            String kid,
            String jwe)
            implements DossierFact {
        public Sealed {
            Require.present("dossierId", dossierId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("to", to);
            Shape.KEY_ID.require("kid", kid);
            Shape.JWE.require("jwe", jwe);
            if (referralId == null && caseId == null) {
                throw new IllegalArgumentException("referralId or caseId is missing");
            }
        }
    }

    /**
     * The node that could open a dossier has erased it, or is asked to erase it.
     *
     * @param referralId null if the dossier was for a case
     * @param caseId null if the dossier was for a referral
     */
    record Erased(
            DossierId dossierId,
            ReferralId referralId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            ErasureReason why)
            implements DossierFact {
        public Erased {
            Require.present("dossierId", dossierId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("why", why);
        }
    }
}
