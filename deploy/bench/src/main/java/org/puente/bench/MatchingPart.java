package org.puente.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Need;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.referral.matching.Circumstances;
import org.puente.referral.matching.Matching;

/** Matching one case with 5,000 offers, beside a scan that asks the same and gives no reasons. */
final class MatchingPart implements Part {
    private static final int OFFERS = 5000;
    private static final int REPETITIONS = 20;

    private volatile Object kept;

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public List<Result> run() {
        List<OfferPublished> offers = Samples.offers(OFFERS);
        WholeState person = Samples.person();
        Circumstances now = Samples.circumstances(offers);
        Rounds.Both both = Rounds.byTurns(
                10,
                15,
                Rounds.millis(REPETITIONS, () -> kept = new Matching(person, now).rank(offers)),
                Rounds.millis(REPETITIONS, () -> kept = scan(person, now, offers)));
        return List.of(new Result(
                name(),
                "one case, %,d offers, ranked, with reasons".formatted(OFFERS),
                "ms",
                "a plain scan without reasons",
                both,
                Result.Aim.atMost(2)));
    }

    private record Found(OfferPublished offer, boolean eligible, int urgency, int room) {}

    /** What anybody would write who only wants the list. */
    private static List<OfferPublished> scan(WholeState person, Circumstances now, List<OfferPublished> offers) {
        List<Found> found = new ArrayList<>();
        for (OfferPublished offer : offers) {
            if (offer.restricted() && !now.seesRestricted()) {
                continue;
            }
            int urgency = 0;
            for (Need need : person.needs()) {
                if (need.category().equals(offer.category())) {
                    urgency = Math.max(urgency, 3 - need.urgency().ordinal());
                }
            }
            var places = now.places().get(offer.offerId());
            int room = offer.capacity() == null || places == null || places.available() > 0 ? 1 : 0;
            found.add(new Found(offer, isEligible(person, now, offer), urgency, room));
        }
        found.sort(Comparator.comparing(Found::eligible)
                .thenComparing(Found::urgency)
                .thenComparing(Found::room)
                .reversed()
                .thenComparing(one -> one.offer().offerId().value()));
        return found.stream().map(Found::offer).toList();
    }

    private static boolean isEligible(WholeState person, Circumstances now, OfferPublished offer) {
        Eligibility rule = offer.eligibility();
        long days = person.returnedOn().until(now.today()).getDays();
        return (rule.sex().isEmpty() || rule.sex().contains(person.sex()))
                && (rule.minAge() == null || rule.minAge() <= 59)
                && (rule.maxAge() == null || rule.maxAge() >= 25)
                && (rule.nationalities().isEmpty() || rule.nationalities().contains(person.nationality()))
                && (rule.maxDaysSinceReturn() == null || days <= rule.maxDaysSinceReturn())
                && (offer.coverage().isEmpty()
                        || offer.coverage().contains(person.destination().country())
                        || offer.coverage().contains(person.destination().subdivision()));
    }
}
