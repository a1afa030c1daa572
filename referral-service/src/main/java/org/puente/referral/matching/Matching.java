package org.puente.referral.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Code;
import org.puente.contracts.Destination;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Need;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.referral.directory.FreePlaces;

/**
 * Holds offers against a case: a pure function of the case, the directory and the day. An age is
 * known as a group only (facts hold no birth date), so an offer is ruled out by age only where the
 * whole group lies outside its bounds.
 */
final class Matching {
    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparing(Match::eligible)
                    .thenComparing(Match::answersNeed)
                    .thenComparing(match -> !match.full())
                    .reversed()
                    .thenComparing(match -> match.offer().offerId().value());

    private final WholeState person;
    private final LocalDate today;

    Matching(WholeState person, LocalDate today) {
        this.person = person;
        this.today = today;
    }

    List<Match> rank(List<OfferPublished> offers, Map<String, FreePlaces> places) {
        return offers.stream()
                .map(offer -> match(offer, places.get(offer.offerId().value())))
                .sorted(BEST_FIRST)
                .toList();
    }

    private Match match(OfferPublished offer, FreePlaces places) {
        List<Reason> reasons = new ArrayList<>();
        boolean answers = need(offer, reasons);
        childFirst(offer, reasons);
        eligibility(offer.eligibility(), reasons);
        area(offer, reasons);
        capacity(offer, places, reasons);
        if (offer.restricted()) {
            reasons.add(Reason.speaksFor("restricted"));
        }
        return new Match(offer, answers, reasons);
    }

    private boolean need(OfferPublished offer, List<Reason> reasons) {
        for (Need need : person.needs()) {
            if (need.category().equals(offer.category())) {
                reasons.add(Reason.speaksFor("need", need.category()));
                return true;
            }
        }
        reasons.add(Reason.speaksFor("no-need"));
        return false;
    }

    private void childFirst(OfferPublished offer, List<Reason> reasons) {
        if (isAlone(person.profiles()) && !offer.category().equals("child-protection")) {
            reasons.add(Reason.speaksAgainst("child-protection"));
        }
    }

    static boolean isAlone(List<Profile> profiles) {
        return profiles.contains(Profile.UNACCOMPANIED_CHILD)
                || profiles.contains(Profile.SEPARATED_CHILD);
    }

    private void eligibility(Eligibility rule, List<Reason> reasons) {
        if (!rule.sex().isEmpty() && !rule.sex().contains(person.sex())) {
            reasons.add(Reason.speaksAgainst("sex", codes(rule.sex())));
        }
        if (rule.minAge() != null && oldest(person.ageGroup()) < rule.minAge()) {
            reasons.add(Reason.speaksAgainst("age-from", rule.minAge()));
        }
        if (rule.maxAge() != null && youngest(person.ageGroup()) > rule.maxAge()) {
            reasons.add(Reason.speaksAgainst("age-to", rule.maxAge()));
        }
        if (!rule.nationalities().isEmpty()
                && !rule.nationalities().contains(person.nationality())) {
            reasons.add(
                    Reason.speaksAgainst("nationality", String.join(", ", rule.nationalities())));
        }
        long days = ChronoUnit.DAYS.between(person.returnedOn(), today);
        if (rule.maxDaysSinceReturn() != null && days > rule.maxDaysSinceReturn()) {
            reasons.add(Reason.speaksAgainst("days", rule.maxDaysSinceReturn(), days));
        }
        if (!rule.profiles().isEmpty()
                && rule.profiles().stream().noneMatch(person.profiles()::contains)) {
            reasons.add(Reason.speaksAgainst("profiles", codes(rule.profiles())));
        }
    }

    private void area(OfferPublished offer, List<Reason> reasons) {
        Destination goal = person.destination();
        if (goal == null || offer.coverage().isEmpty()) {
            return; // not known, or kept back: no reason for or against
        }
        boolean covered =
                offer.coverage().contains(goal.country())
                        || goal.subdivision() != null
                                && offer.coverage().contains(goal.subdivision());
        if (!covered) {
            reasons.add(
                    Reason.speaksAgainst(
                            "area",
                            String.join(", ", offer.coverage()),
                            goal.subdivision() == null ? goal.country() : goal.subdivision()));
        }
    }

    /** A full offer is no reason against: it may have a waiting list. */
    private static void capacity(OfferPublished offer, FreePlaces places, List<Reason> reasons) {
        if (offer.capacity() == null) {
            reasons.add(Reason.speaksFor("unlimited"));
        } else if (places == null) {
            reasons.add(
                    Reason.speaksFor(
                            "free", offer.capacity().maximum(), offer.capacity().maximum()));
        } else if (places.available() > 0) {
            reasons.add(Reason.speaksFor("free", places.available(), places.maximum()));
        } else {
            reasons.add(Reason.speaksFor("full", places.waitlist(), places.maximum()));
        }
    }

    private static int youngest(AgeGroup group) {
        for (int age = 0; ; age++) {
            if (AgeGroup.at(age) == group) {
                return age;
            }
        }
    }

    private static int oldest(AgeGroup group) {
        int age = youngest(group);
        while (age < 150 && AgeGroup.at(age) == group) {
            age++;
        }
        return age - 1;
    }

    private static String codes(List<? extends Code> codes) {
        return codes.stream().map(Code::code).collect(Collectors.joining(", "));
    }
}
