package org.puente.referral.issuing;

import java.util.function.Predicate;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;

/** Refusals of a referral whose case, consent or dossier may still be on its way from the reception. */
final class EarlyIssue {
    private static final Predicate<ProblemException> OF_A_CASE =
            Early.code("unknown-consent", "no-consent", "dossier-not-there-yet");

    private EarlyIssue() {}

    static Predicate<ProblemException> of(CaseId id) {
        return Early.isNew(id.value()) ? OF_A_CASE.or(Early.code("unknown-case")) : OF_A_CASE;
    }
}
