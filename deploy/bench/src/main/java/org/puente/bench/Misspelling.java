package org.puente.bench;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.puente.contracts.Sex;
import org.puente.reception.identity.Identity;

/** What happens to a person's data between two desks. */
enum Misspelling {
    NOTHING,
    CAPITALS_WITHOUT_ACCENTS,
    A_LETTER_MISTYPED,
    TWO_NAMES_MISTYPED,
    SPELT_AS_IT_SOUNDS,
    SURNAMES_FIRST,
    A_NAME_LEFT_OUT,
    A_NAME_AND_A_LETTER,
    DAY_AND_MONTH_SWAPPED,
    A_DIGIT_OF_THE_BIRTH,
    ONLY_AN_AGE,
    ONLY_A_YEAR,
    SEX_UNKNOWN,
    AN_AGE_AND_A_LETTER;

    private static final List<String[]> SOUNDS = List.of(
            new String[] {"z", "s"},
            new String[] {"v", "b"},
            new String[] {"h", ""},
            new String[] {"ll", "y"},
            new String[] {"ce", "se"},
            new String[] {"ge", "je"},
            new String[] {"x", "s"},
            new String[] {"c", "k"});

    /**
     * @param number of the new registration
     */
    Someone of(Someone known, int number, Random random) {
        Identity one = known.identity();
        String given = one.givenNames();
        String family = one.familyNames();
        LocalDate born = one.birthDate();
        Identity changed = switch (this) {
            case NOTHING -> one;
            case CAPITALS_WITHOUT_ACCENTS -> named(one, plain(given), plain(family));
            case A_LETTER_MISTYPED -> named(one, given, slip(family, random));
            case TWO_NAMES_MISTYPED -> named(one, slip(given, random), slip(family, random));
            case SPELT_AS_IT_SOUNDS -> named(one, given, asItSounds(family));
            case SURNAMES_FIRST -> named(one, family, given);
            case A_NAME_LEFT_OUT -> named(one, given, family.split(" ")[0]);
            case A_NAME_AND_A_LETTER -> named(one, given.split(" ")[0], slip(family, random));
            case DAY_AND_MONTH_SWAPPED -> born(one, swapped(born));
            case A_DIGIT_OF_THE_BIRTH -> born(one, mistyped(born, random));
            case ONLY_AN_AGE -> years(one, born.getYear() - 1, born.getYear() + 1);
            case ONLY_A_YEAR -> years(one, born.getYear(), born.getYear());
            case SEX_UNKNOWN -> new Identity(given, family, born, one.bornFrom(), one.bornTo(), Sex.UNKNOWN);
            case AN_AGE_AND_A_LETTER ->
                years(named(one, given, slip(family, random)), born.getYear() - 1, born.getYear() + 1);
        };
        boolean elsewhere = random.nextInt(3) == 0;
        return new Someone(
                number,
                changed,
                known.nationality(),
                elsewhere ? null : known.subdivision(),
                elsewhere ? null : known.municipality());
    }

    private static Identity named(Identity one, String given, String family) {
        return new Identity(given, family, one.birthDate(), one.bornFrom(), one.bornTo(), one.sex());
    }

    private static Identity born(Identity one, LocalDate day) {
        return new Identity(one.givenNames(), one.familyNames(), day, day.getYear(), day.getYear(), one.sex());
    }

    private static Identity years(Identity one, int from, int to) {
        return new Identity(one.givenNames(), one.familyNames(), null, from, to, one.sex());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }

    /** A letter changed, left out, doubled, or swapped with the next, in one word. */
    private static String slip(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + (char) ('a' + random.nextInt(26)) + after;
            case 1 -> before + after;
            case 2 -> before + name.charAt(at) + name.charAt(at) + after;
            default -> before + after.charAt(0) + name.charAt(at) + after.substring(1);
        };
    }

    private static String asItSounds(String name) {
        String spelt = name.toLowerCase(Locale.ROOT);
        for (String[] sound : SOUNDS) {
            if (spelt.contains(sound[0])) {
                return spelt.replaceFirst(sound[0], sound[1]);
            }
        }
        return spelt;
    }

    private static LocalDate swapped(LocalDate day) {
        return day.getDayOfMonth() > 12
                ? day
                : LocalDate.of(day.getYear(), day.getDayOfMonth(), Math.min(day.getMonthValue(), 28));
    }

    private static LocalDate mistyped(LocalDate day, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> day.plusYears(random.nextBoolean() ? 1 : -10);
            case 1 -> day.withDayOfMonth(1 + (day.getDayOfMonth() + 9) % 28);
            default ->
                day.withDayOfMonth(1)
                        .withMonth(1 + (day.getMonthValue() + 1) % 12)
                        .withDayOfMonth(Math.min(day.getDayOfMonth(), 28));
        };
    }
}
