package org.puente.demo;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The cases that this play registered, their referrals, and what was published about them. Whatever else
 * a region holds or does meanwhile is left alone, and is not counted.
 */
final class OwnCases {
    private final Set<String> cases = ConcurrentHashMap.newKeySet();
    private final Map<String, CaseOffice.Issued> referrals = new ConcurrentHashMap<>();
    private final Queue<StreamedFact> facts = new ConcurrentLinkedQueue<>();

    void registered(String caseId) {
        cases.add(caseId);
    }

    void issued(CaseOffice.Issued referral) {
        referrals.put(referral.referralId(), referral);
    }

    /** A fact may be published before its registration was answered, so it is kept, whosever it is. */
    void published(StreamedFact fact) {
        if (!fact.caseId().isEmpty()) {
            facts.add(fact);
        }
    }

    boolean hasCase(String caseId) {
        return cases.contains(caseId);
    }

    boolean hasReferral(String referralId) {
        return referrals.containsKey(referralId);
    }

    Set<String> cases() {
        return Set.copyOf(cases);
    }

    List<CaseOffice.Issued> referrals() {
        return List.copyOf(referrals.values());
    }

    /** In the order in which the Secretariat shows them. */
    List<StreamedFact> facts() {
        return facts.stream().filter(fact -> cases.contains(fact.caseId())).toList();
    }
}
