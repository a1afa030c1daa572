package org.puente.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the play still waits for. It does not wait for what comes when the play has ended in any case: a
 * referral that nobody answers expires at its deadline, which is days away where an offer was published
 * without the demo's settings. Nor does it wait for visits by an office that it does not play.
 *
 * @param unplanned cases whose follow-ups are not planned yet
 * @param referrals that are open, by the last step of each
 * @param followUps that are open, by the office that is to visit
 * @param latest when the last deadline of a referral without an answer ends; {@link Instant#MIN} if none
 */
record PendingWork(
        Set<String> unplanned, Map<String, String> referrals, Map<String, String> followUps, Instant latest) {
    private static final int SHOWN = 5;

    /**
     * @param offices that the play visits for
     * @param until when the play ends at the latest
     */
    static PendingWork of(PlayState state, Set<String> offices, Instant until) {
        LocalDate lastDay = until.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, String> referrals = new TreeMap<>();
        Instant latest = Instant.MIN;
        for (Map.Entry<String, ReferralState> one : state.referrals().entrySet()) {
            ReferralState referral = one.getValue();
            boolean expiresLater = !referral.isAnswered() && referral.answerBy().isAfter(until);
            if (referral.isOver() || expiresLater) {
                continue;
            }
            referrals.put(one.getKey(), referral.last());
            if (!referral.isAnswered() && referral.answerBy().isAfter(latest)) {
                latest = referral.answerBy();
            }
        }
        Map<String, String> followUps = state.followUps().entrySet().stream()
                .filter(one -> offices.contains(one.getValue().office()))
                .filter(one -> one.getValue().due() || !one.getValue().dueOn().isAfter(lastDay))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().office(), (a, b) -> a, TreeMap::new));
        return new PendingWork(state.unplanned(), referrals, followUps, latest);
    }

    boolean isNothing() {
        return unplanned.isEmpty() && referrals.isEmpty() && followUps.isEmpty();
    }

    /** A line for each kind of work that is missing, with the ids of some of it. */
    List<String> lines() {
        return Stream.of(
                        line(unplanned.size(), "cases without a plan of follow-ups", unplanned.stream()),
                        line(referrals.size(), "open referrals", entries(referrals)),
                        line(followUps.size(), "open follow-ups", entries(followUps)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Stream<String> entries(Map<String, String> byId) {
        Function<Map.Entry<String, String>, String> text = one -> one.getKey() + " (" + one.getValue() + ")";
        return byId.entrySet().stream().map(text);
    }

    private static String line(int count, String what, Stream<String> ids) {
        String some = ids.limit(SHOWN).collect(Collectors.joining(", "));
        return count == 0 ? "" : count + " " + what + ": " + some + (count > SHOWN ? ", …" : "");
    }
}
