package org.puente.referral.issuing;

import java.util.List;
import org.puente.contracts.DossierField;
import org.puente.contracts.ReferralId;

/** The result of a rule for a referral that is to be issued. */
sealed interface IssueDecision {
    /** The rule permits the referral. */
    record Permitted() implements IssueDecision {}

    /**
     * The referral may not be issued as it was requested.
     *
     * @param field the field of the request that breaks the rule
     * @param rule that is broken; its text for people has this key
     * @param details for the text
     * @param waiting the fields of the dossier that wait for the yes of the case owner; else empty
     */
    record Refused(Field field, String rule, List<String> details, List<DossierField> waiting)
            implements IssueDecision {}

    /** The referral may be issued at another time, or is issued already. */
    record Conflict(String rule) implements IssueDecision {}

    /**
     * The redirect was followed already.
     *
     * @param next the referral that follows it
     */
    record Followed(ReferralId next) implements IssueDecision {}

    /** Such a referral is never issued, for any caller. */
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
