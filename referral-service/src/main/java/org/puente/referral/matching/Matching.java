package org.puente.referral.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.Code;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Need;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.platform.text.Label;
import org.puente.platform.text.Label.Kind;
import org.puente.referral.directory.FreePlaces;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;

/**
 * Compares offers with a case: a pure function of the case, the directory and the circumstances. An
 * age is known as a group only (facts hold no birth date), so an offer is ruled out by age only
 * where the whole group lies outside its bounds. Fields that the caller was not sent have no
 * effect, because an offer of its own could bring them to light; only the rule for a child alone
 * always applies.
 */
public final class Matching {
    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::rank)
            .reversed()
            .thenComparing(match -> match.offer().offerId().value());

    private final WholeState person;
    private final Circumstances circumstances;
    private final Ages ages;
    private final long daysSinceReturn;

    public Matching(WholeState person, Circumstances circumstances) {
        this.person = person;
        this.circumstances = circumstances;
        this.ages = Ages.of(person.ageGroup());
        this.daysSinceReturn = ChronoUnit.DAYS.between(person.returnedOn(), circumstances.today());
    }

    /** Every offer that the caller may see, those that suit the case best first. */
    public List<Match> rank(Collection<OfferPublished> offers) {
        List<Match> all = new ArrayList<>(offers.size());
        for (OfferPublished offer : offers) {
            if (circumstances.sees(offer)) {
                all.add(match(offer));
            }
        }
        all.sort(BEST_FIRST);
        return all;
    }

    private Match match(OfferPublished offer) {
        List<Reason> reasons = new ArrayList<>(6);
        int urgency = need(offer, reasons);
        if (ChildAlone.waitsForProtection(person.profiles(), offer, circumstances.isProtected())) {
            reasons.add(Reason.speaksAgainst("child-protection"));
        }
        eligibility(offer.eligibility(), reasons);
        sharing(offer, reasons);
        boolean away = danger(offer, reasons);
        int near = area(offer, reasons);
        int language = language(offer, reasons);
        int room = room(offer, reasons);
        long answers = answers(offer, reasons);
        if (offer.restricted()) {
            reasons.add(Reason.speaksFor("restricted"));
        }
        boolean eligible = reasons.stream().noneMatch(Reason::blocks);
        return new Match(offer, new Match.Rank(eligible, away, urgency, room, near, language, answers), reasons);
    }

    private boolean knows(DossierField field) {
        return circumstances.held().has(field);
    }

    /** Fields that the offer needs, and that the caller may not pass on by its own decision. */
    private void sharing(OfferPublished offer, List<Reason> reasons) {
        List<DossierField> missing = circumstances.held().missing(DangerPlaces.asked(offer));
        if (!missing.isEmpty()) {
            reasons.add(Reason.speaksAgainst("fields-wait-for-owner", label(Kind.DOSSIER_FIELD, missing)));
        } else if (offer.needsFields().contains(DossierField.RESTRICTED) && !circumstances.approves(offer)) {
            reasons.add(Reason.speaksAgainst("restricted-not-approved", Label.of(Kind.CATEGORY, offer.category())));
        }
    }

    private static boolean asksOfDanger(OfferPublished offer) {
        return !offer.category().equals(ChildAlone.CHILD_PROTECTION);
    }

    /**
     * A protection authority decides itself where a child is safe: it is shown that it is near, and not ruled out.
     *
     * @return false for an offer that comes after all others, since the person may meet danger there
     */
    private boolean danger(OfferPublished offer, List<Reason> reasons) {
        DangerPlaces danger = circumstances.danger();
        if (!knows(DossierField.RESTRICTED)) {
            return true;
        }
        if (!danger.known()) {
            reasons.add(Reason.speaksFor("danger-unknown"));
        } else if (danger.include(offer)) {
            reasons.add(asksOfDanger(offer) ? Reason.speaksAgainst("near-danger") : Reason.speaksFor("near-danger"));
        } else if (danger.overlap(offer)) {
            reasons.add(Reason.speaksFor("partly-near-danger"));
            return !asksOfDanger(offer);
        }
        return true;
    }

    private int need(OfferPublished offer, List<Reason> reasons) {
        if (!knows(DossierField.NEEDS)) {
            return 0;
        }
        int urgency = 0;
        for (Need need : person.needs()) {
            if (need.category().equals(offer.category())) {
                urgency = Math.max(urgency, 3 - need.urgency().ordinal());
            }
        }
        reasons.add(
                urgency == 0
                        ? Reason.speaksFor("no-need")
                        : Reason.speaksFor("need", Label.of(Kind.CATEGORY, offer.category())));
        return urgency;
    }

    private void eligibility(Eligibility rule, List<Reason> reasons) {
        if (knows(DossierField.SEX) && !rule.sex().isEmpty() && !rule.sex().contains(person.sex())) {
            reasons.add(Reason.speaksAgainst("sex", label(Kind.SEX, rule.sex())));
        }
        if (knows(DossierField.BIRTH_DATE)) {
            age(rule, reasons);
        }
        if (knows(DossierField.NATIONALITY)
                && !rule.nationalities().isEmpty()
                && !rule.nationalities().contains(person.nationality())) {
            reasons.add(Reason.speaksAgainst(
                    "nationality",
                    new Label(Kind.AREA, rule.nationalities()),
                    Label.of(Kind.AREA, person.nationality())));
        }
        if (circumstances.held().equals(Fields.ALL)
                && rule.maxDaysSinceReturn() != null
                && daysSinceReturn > rule.maxDaysSinceReturn()) {
            reasons.add(Reason.speaksAgainst("days", rule.maxDaysSinceReturn(), daysSinceReturn));
        }
        if (knows(DossierField.PROFILES)
                && !rule.profiles().isEmpty()
                && Collections.disjoint(rule.profiles(), person.profiles())) {
            reasons.add(Reason.speaksAgainst("profiles", label(Kind.PROFILE, rule.profiles())));
        }
        if (Boolean.TRUE.equals(rule.withChildren())) {
            reasons.add(Reason.speaksFor("with-children"));
        }
        if (!rule.documents().isEmpty()) {
            reasons.add(Reason.speaksFor("documents", new Label(Kind.DOCUMENT, rule.documents())));
        }
    }

    private void age(Eligibility rule, List<Reason> reasons) {
        String group = person.ageGroup().code();
        if (rule.minAge() != null && ages.oldest() < rule.minAge()) {
            reasons.add(Reason.speaksAgainst("age-from", rule.minAge(), group));
        }
        if (rule.maxAge() != null && ages.youngest() > rule.maxAge()) {
            reasons.add(Reason.speaksAgainst("age-to", rule.maxAge(), group));
        }
    }

    private int area(OfferPublished offer, List<Reason> reasons) {
        var goal = knows(DossierField.DESTINATION) ? person.destination() : null;
        if (goal == null || offer.coverage().isEmpty()) {
            return 0; // not known, or kept back: no reason for or against
        }
        if (goal.subdivision() != null && offer.coverage().contains(goal.subdivision())) {
            return 2;
        }
        if (offer.coverage().contains(goal.country())) {
            return 1;
        }
        reasons.add(Reason.speaksAgainst(
                "area",
                new Label(Kind.AREA, offer.coverage()),
                Label.of(Kind.AREA, goal.subdivision() == null ? goal.country() : goal.subdivision())));
        return 0;
    }

    /** No language in common is no reason against: there are interpreters. */
    private int language(OfferPublished offer, List<Reason> reasons) {
        if (!knows(DossierField.LANGUAGES)
                || offer.languages().isEmpty()
                || person.languages().isEmpty()
                || !Collections.disjoint(offer.languages(), person.languages())) {
            return 1;
        }
        reasons.add(Reason.speaksFor(
                "language", new Label(Kind.LANGUAGE, offer.languages()), new Label(Kind.LANGUAGE, person.languages())));
        return 0;
    }

    /** A full offer is no reason against: it may have a waiting list. */
    private int room(OfferPublished offer, List<Reason> reasons) {
        if (offer.capacity() == null) {
            reasons.add(Reason.speaksFor("unlimited"));
            return 2;
        }
        FreePlaces places = circumstances.places().get(offer.offerId());
        int maximum = places == null ? offer.capacity().maximum() : places.maximum();
        int free = places == null ? maximum : places.available();
        if (free > 0) {
            reasons.add(Reason.speaksFor("free", free, maximum));
            return 2;
        }
        reasons.add(Reason.speaksFor("full", places == null ? 0 : places.waitlist(), maximum));
        return places == null || places.waitlist() < maximum ? 1 : 0;
    }

    private long answers(OfferPublished offer, List<Reason> reasons) {
        AnswerRate rate = circumstances.answering().get(offer.institution());
        if (rate == null || !rate.isMeaningful()) {
            return 50;
        }
        reasons.add(Reason.speaksFor("answering", rate.percent(), rate.asked()));
        return rate.percent();
    }

    private static Label label(Kind kind, List<? extends Code> codes) {
        return new Label(kind, codes.stream().map(Code::code).toList());
    }
}
