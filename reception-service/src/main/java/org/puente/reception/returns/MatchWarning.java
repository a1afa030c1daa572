package org.puente.reception.returns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Texts;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.MatchReason;

/**
 * The warning that somebody who is registered already may be the same person. Of registrations by the reader's own
 * institution it names cases and reasons. That another institution has one is all that is shown of it, and only where
 * it is probable: whoever types invented people to learn who is known learns that much and no more.
 */
final class MatchWarning {
    private static final String CODE = "possible-same-person";
    private static final int MAX_NAMED = 5;

    private MatchWarning() {}

    static Optional<Warning> of(InstitutionId reader, ReturnContext known, Locale locale) {
        Set<UUID> near = known.near().stream().map(ReturnContext.Near::caseId).collect(Collectors.toSet());
        List<Candidate> matches = known.matches().stream()
                .filter(match -> !near.contains(match.caseId().value()))
                .filter(match -> match.isShownTo(reader) && !isWarnedOf(match))
                .toList();
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        String own = matches.stream()
                .filter(match -> match.institution().equals(reader))
                .limit(MAX_NAMED)
                .map(match -> match.caseId() + " (" + reasons(match, locale) + ")")
                .collect(Collectors.joining("; "));
        String detail = own.isEmpty() ? Texts.of(locale, CODE) : Texts.of(locale, CODE + "-own", own);
        return Optional.of(new Warning(CODE, "/person", detail));
    }

    /** A document of two people has a warning of its own. */
    private static boolean isWarnedOf(Candidate match) {
        return match.reasons().contains(MatchReason.SAME_DOCUMENT);
    }

    private static String reasons(Candidate match, Locale locale) {
        return match.reasons().stream()
                .map(reason -> Texts.of(locale, "match-" + reason.code()))
                .collect(Collectors.joining(", "));
    }
}
