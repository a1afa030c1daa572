package org.puente.referral.issuing;

import java.util.List;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Results of the rules of issuing, as problems over HTTP. */
final class IssueProblems {
    private IssueProblems() {}

    static ProblemException of(IssueRefused refused) {
        return switch (refused.why()) {
            case IssueDecision.Refused why -> of(why);
            case IssueDecision.Conflict why -> ProblemException.conflict(why.rule());
            case IssueDecision.Followed why ->
                ProblemException.conflict("redirect-followed").with("next", why.next());
            case IssueDecision.Forbidden why -> ProblemException.ruleBroken(why.rule());
            case IssueDecision.Permitted why -> throw new IllegalArgumentException("it is permitted");
        };
    }

    private static ProblemException of(IssueDecision.Refused why) {
        FieldError error = new FieldError(pointer(why.field()), why.rule(), List.copyOf(why.details()));
        ProblemException problem =
                new ProblemException(ProblemKind.RULE_BROKEN, "referral-not-possible", List.of(error));
        return why.waiting().isEmpty() ? problem : problem.with("waitingFields", why.waiting());
    }

    private static String pointer(IssueDecision.Field field) {
        return switch (field) {
            case OFFER -> "/offerId";
            case CONSENT -> "/consentId";
            case CASE -> "/caseId";
            case REDIRECTED -> "/partOf";
        };
    }
}
