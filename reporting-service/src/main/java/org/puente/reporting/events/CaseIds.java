package org.puente.reporting.events;

import java.util.UUID;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReportFact;
import org.puente.contracts.ReturnFact;

/** The case that a fact is about. */
final class CaseIds {
    private CaseIds() {}

    /**
     * @return null where the fact is about no single case
     */
    static UUID of(Fact fact) {
        return switch (fact) {
            case ReturnFact.WholeState known -> known.caseId().value();
            case ReturnFact.ConsentRecorded consent -> consent.caseId().value();
            case ReturnFact.ConsentWithdrawn consent -> consent.caseId().value();
            case ReturnFact.Erased erased -> erased.caseId().value();
            case ReturnFact.Announced arrival -> null;
            case ReceptionFact.OfCase reception -> reception.caseId().value();
            case ReceptionFact.ArrivalTimed arrival -> null;
            case ArrivalFact arrival -> null;
            case ReferralFact referral -> referral.caseId().value();
            case ReferralNote note -> note.caseId().value();
            case FollowUpFact followUp -> followUp.caseId().value();
            case DirectoryFact directory -> null;
            case DossierFact dossier -> null;
            case ReportFact report -> null;
        };
    }
}
