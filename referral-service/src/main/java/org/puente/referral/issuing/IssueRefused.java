package org.puente.referral.issuing;

import java.util.List;
import org.puente.contracts.DossierField;

/** A referral is not issued; nothing of it has been done. */
final class IssueRefused extends RuntimeException {
    private final transient IssueDecision why;

    IssueRefused(IssueDecision why) {
        super(rule(why), null, false, false);
        this.why = why;
    }

    IssueDecision why() {
        return why;
    }

    /** The fields of the dossier that wait for the yes of the case owner; empty if none does. */
    List<DossierField> waiting() {
        return why instanceof IssueDecision.Refused refused ? refused.waiting() : List.of();
    }

    private static String rule(IssueDecision why) {
        return switch (why) {
            case IssueDecision.Refused refused -> refused.rule();
            case IssueDecision.Conflict conflict -> conflict.rule();
            case IssueDecision.Followed followed -> "redirect-followed";
            case IssueDecision.Forbidden forbidden -> forbidden.rule();
            case IssueDecision.Permitted permitted ->
                throw new IllegalArgumentException("what is permitted is not refused");
        };
    }

    /**
     * @throws IssueRefused unless it is permitted
     */
    static void unlessPermitted(IssueDecision decision) {
        if (!(decision instanceof IssueDecision.Permitted)) {
            throw new IssueRefused(decision);
        }
    }
}
