package org.puente.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the play's cases have come: a function of what the play did and of what was published about it.
 *
 * @param unplanned cases whose follow-ups are not planned yet
 * @param referrals by their id; one that no fact is known of has only just been issued
 * @param followUps open ones, by their id
 * @param visited how many follow-ups are completed
 */
record PlayState(
        Set<String> unplanned,
        Map<String, ReferralState> referrals,
        Map<String, FollowUpState> followUps,
        int visited) {

    /**
     * @param facts about the cases, in the order of publishing
     */
    static PlayState of(Collection<String> cases, Collection<String> referrals, Collection<StreamedFact> facts) {
        Map<String, ReferralState> states = new LinkedHashMap<>();
        referrals.forEach(id -> states.put(id, new ReferralState()));
        Set<String> unplanned = new HashSet<>(cases);
        Map<String, FollowUpState> followUps = new HashMap<>();
        int visited = 0;
        for (StreamedFact fact : facts) {
            String followUp = fact.text("followUpId");
            switch (fact.type()) {
                case "followup.planned" -> {
                    unplanned.remove(fact.caseId());
                    followUps.put(followUp, FollowUpState.planned(fact));
                }
                case "followup.due" -> followUps.computeIfPresent(followUp, (id, planned) -> planned.due(fact));
                case "followup.missed" -> followUps.remove(followUp);
                case "followup.completed" -> {
                    followUps.remove(followUp);
                    visited++;
                }
                case "case.closed", "consent.withdrawn" -> {
                    unplanned.remove(fact.caseId());
                    followUps.values().removeIf(open -> open.caseId().equals(fact.caseId()));
                }
                default -> {
                    ReferralState referral = states.get(fact.text("referralId"));
                    if (referral != null) {
                        referral.add(fact);
                    }
                }
            }
        }
        return new PlayState(unplanned, states, followUps, visited);
    }

    static PlayState of(OwnCases own) {
        List<String> ids =
                own.referrals().stream().map(CaseOffice.Issued::referralId).toList();
        return of(own.cases(), ids, own.facts());
    }

    long over() {
        return referrals.values().stream().filter(ReferralState::isOver).count();
    }
}
