package org.puente.reception.returns.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.platform.web.Texts;
import org.puente.reception.identity.MatchLevel;
import org.puente.reception.identity.MatchReason;

/**
 * Somebody who may be the same person, as the desk sees it. Of a registration by another institution nothing is shown
 * but that there is one.
 *
 * @param matchId by which the desk decides
 * @param ofAnotherInstitution whether another institution of the node has registered them
 * @param caseId the other case; null if it is another institution's
 * @param level null if it is another institution's, or if they are not alike any more
 * @param reasons for and against; empty if it is another institution's
 * @param decidedAt null where nobody has decided
 * @param linked whether both count as one person: every institution concerned has said that they are the same
 * @param detail in words, in the language of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"matchId", "ofAnotherInstitution", "reasons", "decision", "linked", "detail"})
record MatchView(
        UUID matchId,
        boolean ofAnotherInstitution,
        CaseId caseId,
        MatchLevel level,
        List<Reason> reasons,
        Decision decision,
        Instant decidedAt,
        boolean linked,
        String detail) {

    /**
     * @param label in words, in the language of the request
     */
    @Schema(requiredProperties = {"code", "label"})
    record Reason(MatchReason code, String label) {}

    static MatchView of(Match match, Locale locale) {
        boolean own = match.own();
        return new MatchView(
                match.id(),
                !own,
                own ? match.other() : null,
                own ? match.level() : null,
                own ? reasons(match.reasons(), locale) : List.of(),
                match.decision(),
                match.decidedAt(),
                match.linked(),
                Texts.of(locale, detail(match)));
    }

    private static String detail(Match match) {
        boolean isWaiting = match.decision() == Decision.SAME && !match.linked();
        if (match.ofOnePerson()) {
            return match.own() ? "match-registered-twice" : "match-registered-elsewhere";
        }
        return !match.own() ? "match-of-another-institution" : isWaiting ? "match-own-waits" : "match-own";
    }

    private static List<Reason> reasons(List<MatchReason> reasons, Locale locale) {
        return reasons.stream()
                .map(reason -> new Reason(reason, Texts.of(locale, "match-" + reason.code())))
                .toList();
    }
}
