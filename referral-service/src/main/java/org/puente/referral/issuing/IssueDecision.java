package org.puente.referral.issuing;

import java.util.List;
import org.puente.contracts.DossierField;

/** What the rules say of a referral that somebody wants to issue. */
sealed interface IssueDecision {
    /** It may be issued, as far as the rule goes that was asked. */
    record Permitted() implements IssueDecision {}

    /**
     * It may not be issued as it was asked for.
     *
     * @param field of the request that is in the way
     * @param rule that is broken, under which its text for people is found
     * @param details for the text
     * @param waiting the fields of the dossier that wait for the yes of the case's owner; else empty
     */
    record Refused(Field field, String rule, List<String> details, List<DossierField> waiting)
            implements IssueDecision {}

    /** It may be issued at another time, or is issued already. */
    record Conflict(String rule) implements IssueDecision {}

    /** Such a referral is never issued, whoever asks for it. */
    record Forbidden(String rule) implements IssueDecision {}

    /** A field of the request. */
    enum Field {
        OFFER,
        CONSENT,
        CASE,
        REDIRECTED
    }

    static IssueDecision permitted() {
        return new Permitted();
    }

    static IssueDecision refused(Field field, String rule, String... details) {
        return new Refused(field, rule, List.of(details), List.of());
    }
}
