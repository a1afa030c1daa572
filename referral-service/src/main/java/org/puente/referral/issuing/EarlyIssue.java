package org.puente.referral.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;

/**
 * Refusals of one request to refer, or to see what would be sent, whose case, consent or dossier may still be on its
 * way from the reception.
 */
final class EarlyIssue implements Predicate<ProblemException> {
    private static final Predicate<ProblemException> NO_CONSENT = Early.code("no-consent");

    private final Predicate<ProblemException> caseIsAway;
    private final Predicate<ProblemException> restIsAway;

    /** Whether the case came, or comes, while this request waits: then so do its consents. */
    private boolean caseIsNew;

    private EarlyIssue(CaseId id, Predicate<ProblemException> restIsAway) {
        this.caseIsAway = Early.mayCome(id.value())
                ? Early.unknownCase(id.value()).or(Early.code("unknown-case"))
                : refusal -> false;
        this.restIsAway = restIsAway;
        this.caseIsNew = Early.isNew(id.value());
    }

    /**
     * @param consent null where none is named
     */
    static EarlyIssue of(CaseId id, ConsentId consent) {
        List<String> codes = new ArrayList<>(List.of("dossier-not-there-yet"));
        if (consent != null && Early.mayBeNew(consent.value())) {
            codes.add("unknown-consent");
        }
        return new EarlyIssue(id, Early.code(codes.toArray(String[]::new)));
    }

    @Override
    public boolean test(ProblemException refusal) {
        if (caseIsAway.test(refusal)) {
            caseIsNew = true;
            return true;
        }
        return restIsAway.test(refusal) || caseIsNew && NO_CONSENT.test(refusal);
    }
}
