package org.puente.reception.returns.registering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.platform.ids.Ids;
import org.puente.platform.tracing.Trace;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.status.StatusCode;
import org.puente.reception.status.StatusCodes;

/** What is made of a registration before its transaction, so that no connection and no lock waits for it. */
@ApplicationScoped
class ReturnPreparation {
    private final StatusCodes codes;
    private final Dossiers dossiers;

    ReturnPreparation(StatusCodes codes, Dossiers dossiers) {
        this.codes = codes;
        this.dossiers = dossiers;
    }

    /**
     * @param registration whose form is right; it may break a rule
     * @param householdSize that the dossiers hold; they are sealed anew if it is another when the return is written
     */
    NewReturn prepared(CaseId caseId, Registration registration, int householdSize) {
        StatusCode code = codes.next();
        return new NewReturn(
                caseId,
                Ids.next(),
                registration,
                code,
                codes.mark(code),
                sealed(registration, householdSize),
                null,
                Trace.current());
    }

    /** Null without a consent, or where nothing is known of the birth: such a registration is refused. */
    private Dossiers.SealedAhead sealed(Registration registration, int householdSize) {
        return registration.consent() == null || !registration.person().ageKnown()
                ? null
                : dossiers.sealAhead(
                        registration,
                        householdSize,
                        PermittedPurposes.by(List.of(registration.consent()), registration));
    }
}
