package org.puente.referral.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;

/** Refusals of a referral whose case, consent or dossier may still be on its way from the reception. */
final class EarlyIssue {
    private EarlyIssue() {}

    /**
     * @param consent null where none is named
     */
    static Predicate<ProblemException> of(CaseId id, ConsentId consent) {
        List<String> codes = new ArrayList<>(List.of("dossier-not-there-yet"));
        if (Early.isNew(id.value())) {
            codes.addAll(List.of("unknown-case", "no-consent"));
        }
        if (consent != null && Early.mayBeNew(consent.value())) {
            codes.add("unknown-consent");
        }
        return Early.code(codes.toArray(String[]::new));
    }
}
