package org.puente.referral.issuing;

import java.util.function.Predicate;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;

/**
 * Refusals of one request to refer, or to see what would be sent, whose case, consent or dossier may still be on its
 * way from the reception.
 */
final class EarlyIssue implements Predicate<ProblemException> {
    private static final Predicate<ProblemException> NO_CONSENT = Early.code("no-consent");

    /**
     * A consent that the request names may come whatever its id: a device without network makes it long before it sends
     * the consent.
     */
    private static final Predicate<ProblemException> REST_IS_AWAY =
            Early.code("dossier-not-there-yet", "unknown-consent");

    private final Predicate<ProblemException> caseIsAway;

    /** Whether the case came, or comes, while this request waits: then so do its consents. */
    private boolean caseIsNew;

    private boolean wasEarly;

    private EarlyIssue(CaseId id) {
        this.caseIsAway = Early.mayCome(id.value())
                ? Early.unknownCase(id.value()).or(Early.code("unknown-case"))
                : refusal -> false;
        this.caseIsNew = Early.isNew(id.value());
    }

    static EarlyIssue of(CaseId id) {
        return new EarlyIssue(id);
    }

    @Override
    public boolean test(ProblemException refusal) {
        boolean isAway = caseIsAway.test(refusal);
        caseIsNew |= isAway;
        boolean isEarly = isAway || REST_IS_AWAY.test(refusal) || caseIsNew && NO_CONSENT.test(refusal);
        wasEarly |= isEarly;
        return isEarly;
    }

    /** Whether an attempt was early: the next one is made when facts about the case have come. */
    boolean wasEarly() {
        return wasEarly;
    }
}
