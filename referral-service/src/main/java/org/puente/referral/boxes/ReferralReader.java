package org.puente.referral.boxes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.StoredResponse;
import org.puente.referral.cases.Cases;
import org.puente.referral.matching.CaseMatches;
import org.puente.referral.matching.Match;
import org.puente.referral.matching.MatchView;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralView;
import org.puente.referral.referrals.Referrals;

/** One referral in full, as a participant reads it. */
@ApplicationScoped
public class ReferralReader {
    private static final int ALTERNATIVES = 3;

    private final Referrals referrals;
    private final Cases cases;
    private final CaseMatches matches;
    private final Clock clock;

    ReferralReader(Referrals referrals, Cases cases, CaseMatches matches, Clock clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.matches = matches;
        this.clock = clock;
    }

    /**
     * @throws ProblemException not found where there is no such referral, or the caller may not see it
     */
    public Uni<StoredResponse> of(Mutiny.Session session, Caller caller, ReferralId id, Locale locale) {
        Instant now = clock.instant();
        return referrals.find(session, id).chain(referral -> {
            Side side = Participants.view(caller, referral);
            return side != Side.RECIPIENT
                    ? issuers(session, caller, referral, side, locale, now)
                    : Uni.createFrom().item(answer(referral, ReferralView.of(referral, side, now)));
        });
    }

    private Uni<StoredResponse> issuers(
            Mutiny.Session session, Caller caller, Referral referral, Side side, Locale locale, Instant now) {
        return referrals
                .partOf(session, referral.id())
                .chain(followed -> alternatives(session, caller, referral, locale)
                        .map(others -> answer(referral, ReferralView.of(referral, side, now, followed, others))));
    }

    private static StoredResponse answer(Referral referral, ReferralView view) {
        return StoredResponse.ok(view).version(referral.version());
    }

    /** Other offers where a referral came to nothing: nobody should have to ask twice. Else null. */
    private Uni<List<MatchView>> alternatives(Mutiny.Session session, Caller caller, Referral referral, Locale locale) {
        if (!cameToNothing(referral.status())) {
            return Uni.createFrom().nullItem();
        }
        return cases.find(session, referral.caseId())
                .onItem()
                .ifNotNull()
                .transformToUni(file -> matches.of(session, caller, file))
                .onItem()
                .ifNotNull()
                .transform(all -> all.stream()
                        .filter(Match::eligible)
                        .filter(match -> answers(match, referral))
                        .filter(match -> !match.offer().offerId().equals(referral.offerId()))
                        .limit(ALTERNATIVES)
                        .map(match -> MatchView.of(match, locale))
                        .toList());
    }

    /** Goes by the referral's need, which need not be among those of the case. */
    private static boolean answers(Match match, Referral referral) {
        return match.offer().category().equals(referral.issued().need().category());
    }

    private static boolean cameToNothing(ReferralStatus status) {
        return switch (status) {
            case EXPIRED, DECLINED, FAILED -> true;
            default -> false;
        };
    }
}
