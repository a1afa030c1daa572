package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.reception.identity.MatchLevel.POSSIBLE;
import static org.puente.reception.identity.MatchLevel.PROBABLE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Sex;

/** Of one person, María José López Hernández, and who may be her. */
class LikenessTest {
    private static final LocalDate BORN = LocalDate.of(1988, 3, 4);

    private final Features her = born(BORN);

    @Test
    void theSameNamesAndBirthAreProbablyOnePerson() {
        assertThat(Likeness.of(her, born(BORN)).level()).contains(PROBABLE);
        assertThat(Likeness.of(her, born(BORN)).reasons())
                .containsExactly(
                        MatchReason.SAME_NAMES,
                        MatchReason.SAME_BIRTH_DATE,
                        MatchReason.SAME_SEX,
                        MatchReason.SAME_MUNICIPALITY);
    }

    @Test
    void surnamesBeforeGivenNamesAreAReasonOfTheirOwn() {
        assertThat(Likeness.of(her, named("López Hernández", "María José")).reasons())
                .contains(MatchReason.NAMES_IN_ANOTHER_ORDER);
    }

    @Test
    void dayAndMonthMayHaveChangedPlaces() {
        Likeness likeness = Likeness.of(her, born(LocalDate.of(1988, 4, 3)));

        assertThat(likeness.level()).contains(PROBABLE);
        assertThat(likeness.reasons()).contains(MatchReason.DAY_AND_MONTH_SWAPPED);
    }

    @Test
    void aYearOfBirthAloneMakesItPossible() {
        Likeness likeness = Likeness.of(her, of("María", "López", null, 1988, 1988, Sex.FEMALE));

        assertThat(likeness.level()).contains(POSSIBLE);
        assertThat(likeness.reasons()).contains(MatchReason.NAMES_LEFT_OUT, MatchReason.BIRTH_YEAR_FITS);
    }

    @Test
    void twoNamesAndTheBirthDateAreProbable() {
        assertThat(Likeness.of(her, named("María", "López")).level()).contains(PROBABLE);
    }

    @Test
    void aMotherOfTheSameNameIsSomebodyElse() {
        assertThat(Likeness.of(her, born(LocalDate.of(1962, 11, 20))).level()).isEmpty();
    }

    @Test
    void aMotherOfTheSameNameWithTheSameBirthdayIsSomebodyElse() {
        assertThat(Likeness.of(her, born(BORN.minusYears(26))).level()).isEmpty();
    }

    @Test
    void aTwinWithAnotherNameIsSomebodyElse() {
        assertThat(Likeness.of(her, named("Ana Lucía", "López Hernández")).level())
                .isEmpty();
        assertThat(Likeness.of(her, named("María Luisa", "López Hernández")).level())
                .isEmpty();
    }

    @Test
    void aTwinBrotherWithAlmostTheSameNameIsNoMoreThanPossible() {
        Features mario = of("Mario", "Paz Ruiz", BORN, 1988, 1988, Sex.MALE);
        Features maria = of("María", "Paz Ruiz", BORN, 1988, 1988, Sex.FEMALE);

        assertThat(Likeness.of(mario, maria).level()).contains(POSSIBLE);
    }

    @Test
    void aPersonWithoutNamesIsLikeNobody() {
        Features foundling = of(null, null, BORN, 1988, 1988, Sex.FEMALE);

        assertThat(Likeness.of(foundling, foundling).level()).isEmpty();
    }

    @Test
    void oneDocumentOfTwoNamesIsWorthALook() {
        Likeness likeness = Likeness.of(bringing("López Hernández"), bringing("Castellanos Reyes"));

        assertThat(likeness.level()).contains(POSSIBLE);
        assertThat(likeness.reasons()).startsWith(MatchReason.SAME_DOCUMENT, MatchReason.NAMES_DIFFER);
    }

    private static Features bringing(String family) {
        IdentityDocument dui = new IdentityDocument(DocumentKind.DUI, "04567890-3");
        return named("María José", family).bringing(List.of(dui));
    }

    @Test
    void bothSidesSeeTheSame() {
        Features other = of("Mraia José", "López", null, 1985, 1995, Sex.UNKNOWN);

        assertThat(Likeness.of(her, other)).isEqualTo(Likeness.of(other, her));
    }

    private static Features born(LocalDate day) {
        return of("María José", "López Hernández", day, day.getYear(), day.getYear(), Sex.FEMALE);
    }

    private static Features named(String given, String family) {
        return of(given, family, BORN, 1988, 1988, Sex.FEMALE);
    }

    private static Features of(String given, String family, LocalDate born, int from, int to, Sex sex) {
        return Features.of(new Identity(given, family, born, from, to, sex), "GTM")
                .goingTo("GT-13", "Chiantla");
    }
}
