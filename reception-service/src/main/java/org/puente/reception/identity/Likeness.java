package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.puente.contracts.Sex;

/**
 * How much two registrations are alike. Each agreement adds points and each contradiction takes points, as in
 * probabilistic record linkage (Fellegi and Sunter 1969): the points are rounded logarithms of how much more often
 * something happens between two registrations of one person than between those of two people. {@code ./puente bench
 * matching-persons} measures what comes of them.
 *
 * @param points the sum
 * @param reasons in words that a desk can check: document, names, birth, sex, place
 */
public record Likeness(double points, List<MatchReason> reasons) {
    private static final double PROBABLE = 12.5;
    private static final double POSSIBLE = 9;

    private static final double SAME_DOCUMENT = 8;
    private static final double SAME_WORD = 3;
    private static final double SOUNDING_WORD = 2.5;
    private static final double MISTYPED_WORD = 2;
    private static final double LEFT_OUT_WORD = -0.5;

    /** More words than that say little more. */
    private static final double MAX_NAME_POINTS = 12;

    private static final int FEW_YEARS = 3;

    public static Likeness of(Features one, Features other) {
        Scale scale = new Scale();
        if (one.sharesADocumentWith(other)) {
            scale.add(SAME_DOCUMENT, MatchReason.SAME_DOCUMENT);
        }
        names(scale, one, other);
        birth(scale, one, other);
        sex(scale, one, other);
        place(scale, one, other);
        return new Likeness(scale.points, List.copyOf(scale.reasons));
    }

    /**
     * Whether a comparison of names can make a match of them: not if only the births are another's. It costs little,
     * and most of those who have a tag in common are sorted out by it.
     */
    static boolean isWorthwhile(Features one, Features other) {
        return one.sharesADocumentWith(other) || !birthDiffers(one, other);
    }

    private static boolean birthDiffers(Features one, Features other) {
        return one.birthDate() == null || other.birthDate() == null
                ? one.bornFrom() > other.bornTo() || other.bornFrom() > one.bornTo()
                : BirthDates.compare(one.birthDate(), other.birthDate()) == BirthDates.DIFFERENT;
    }

    /** Empty if these are two people, as far as can be seen. One document of both is always worth a look. */
    public Optional<MatchLevel> level() {
        boolean named = !reasons.contains(MatchReason.NAMES_DIFFER) && !reasons.contains(MatchReason.NO_NAMES);
        if (named && points >= PROBABLE) {
            return Optional.of(MatchLevel.PROBABLE);
        }
        return named && points >= POSSIBLE || reasons.contains(MatchReason.SAME_DOCUMENT)
                ? Optional.of(MatchLevel.POSSIBLE)
                : Optional.empty();
    }

    private static final class Scale {
        private final List<MatchReason> reasons = new ArrayList<>();
        private double points;

        void add(double more, MatchReason why) {
            points += more;
            reasons.add(why);
        }
    }

    private static void names(Scale scale, Features one, Features other) {
        if (one.nameless() || other.nameless()) {
            scale.add(0, MatchReason.NO_NAMES);
            return;
        }
        Names.Fit fit = one.names().compare(other.names());
        if (!fit.alike()) {
            scale.add(0, MatchReason.NAMES_DIFFER);
            return;
        }
        double points = fit.same() * SAME_WORD
                + fit.sounding() * SOUNDING_WORD
                + fit.mistyped() * MISTYPED_WORD
                + fit.leftOut() * LEFT_OUT_WORD;
        scale.add(Math.min(points, MAX_NAME_POINTS), kind(fit));
        if (fit.leftOut() > 0 && kind(fit) != MatchReason.NAMES_LEFT_OUT) {
            scale.add(0, MatchReason.NAMES_LEFT_OUT);
        }
    }

    private static MatchReason kind(Names.Fit fit) {
        if (fit.mistyped() > 0) {
            return MatchReason.NAMES_MISTYPED;
        }
        if (fit.sounding() > 0) {
            return MatchReason.NAMES_SPELT_OTHERWISE;
        }
        if (fit.leftOut() > 0) {
            return MatchReason.NAMES_LEFT_OUT;
        }
        return fit.inOrder() ? MatchReason.SAME_NAMES : MatchReason.NAMES_IN_ANOTHER_ORDER;
    }

    private static void birth(Scale scale, Features one, Features other) {
        if (one.birthDate() == null || other.birthDate() == null) {
            years(scale, one, other);
            return;
        }
        switch (BirthDates.compare(one.birthDate(), other.birthDate())) {
            case SAME -> scale.add(6, MatchReason.SAME_BIRTH_DATE);
            case SWAPPED -> scale.add(4, MatchReason.DAY_AND_MONTH_SWAPPED);
            case ALMOST -> scale.add(2, MatchReason.BIRTH_DATE_ALMOST);
            case DIFFERENT -> scale.add(-6, MatchReason.BIRTH_DIFFERS);
        }
    }

    private static void years(Scale scale, Features one, Features other) {
        if (one.bornFrom() > other.bornTo() || other.bornFrom() > one.bornTo()) {
            scale.add(-6, MatchReason.BIRTH_DIFFERS);
            return;
        }
        boolean few = Math.max(one.bornTo() - one.bornFrom(), other.bornTo() - other.bornFrom()) < FEW_YEARS;
        scale.add(few ? 2.5 : 1, MatchReason.BIRTH_YEAR_FITS);
    }

    private static void sex(Scale scale, Features one, Features other) {
        if (one.sex() == Sex.UNKNOWN || other.sex() == Sex.UNKNOWN) {
            return;
        }
        if (one.sex() == other.sex()) {
            scale.add(1, MatchReason.SAME_SEX);
        } else {
            scale.add(-4, MatchReason.SEX_DIFFERS);
        }
    }

    private static void place(Scale scale, Features one, Features other) {
        if (one.municipality() != null && one.municipality().equals(other.municipality())) {
            scale.add(1.5, MatchReason.SAME_MUNICIPALITY);
        } else if (one.subdivision() != null && one.subdivision().equals(other.subdivision())) {
            scale.add(0.5, MatchReason.SAME_SUBDIVISION);
        }
        if (!one.nationality().equals(other.nationality())) {
            scale.add(-1, MatchReason.NATIONALITY_DIFFERS);
        }
    }
}
