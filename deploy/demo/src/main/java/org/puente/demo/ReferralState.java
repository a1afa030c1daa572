package org.puente.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** How far a referral has come, by what was published about it. */
final class ReferralState {
    private static final Set<String> FINAL = Set.of(
            "referral.declined",
            "referral.redirected",
            "referral.cancelled",
            "referral.withdrawn",
            "service.failed",
            "service.delivered");
    private static final Set<String> ANSWERS = Set.of("referral.accepted", "referral.waitlisted");

    private final Set<String> steps = new HashSet<>();
    private String last = "issued";
    private Instant answerBy = Instant.MIN;

    void add(StreamedFact fact) {
        steps.add(fact.type());
        if (fact.type().equals("referral.issued")) {
            answerBy = Instant.parse(fact.text("answerBy"));
        } else {
            last = fact.type().substring(fact.type().indexOf('.') + 1);
        }
    }

    /** An answer in time counts, also where the issuer let the referral expire before it arrived. */
    boolean isOver() {
        return steps.stream().anyMatch(FINAL::contains) || steps.contains("referral.expired") && !isAnswered();
    }

    boolean isAnswered() {
        return steps.stream().anyMatch(ANSWERS::contains);
    }

    /** The type of its latest fact, without its first word. */
    String last() {
        return last;
    }

    /** {@link Instant#MIN} before the issue was published. */
    Instant answerBy() {
        return answerBy;
    }
}
