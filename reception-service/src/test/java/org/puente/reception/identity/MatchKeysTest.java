package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.Sex;

/** What of a person reaches the table of matching. */
class MatchKeysTest {
    private static final LocalDate BORN = LocalDate.of(1988, 3, 14);
    private static final UUID CASE = new UUID(1, 1);

    private final MatchKeys here = keys("a secret of this node");
    private final MatchKeys there = keys("a secret of that node");

    @ParameterizedTest
    @CsvSource({
        "María José, López Hernández, 1988-03-14",
        "María José, Lopes Ernandes, 1988-03-14",
        "López Hernández, María José, 1988-03-14",
        "María, López Hernández, 1988-03-14",
        "María José, López Hernández, 1988-11-30",
        "María José, López Hernández, 1978-03-14",
        "María José, López Hernández, 1988-03-04",
        "María José, López Hernandzez, 1998-03-14",
        "María, López, 1988-03-14",
        "María Jsoé, López Hernández, 1988-03-14",
        "Marta José, López Hernandzez, 1988-03-14",
    })
    void aPersonIsFoundInSpiteOfAMistake(String given, String family, LocalDate born) {
        SortedSet<Long> common = new TreeSet<>(tags(here, "María José", "López Hernández", BORN));
        common.retainAll(tags(here, given, family, born));

        assertThat(common).isNotEmpty();
    }

    @Test
    void anAgeFindsTheBirthDateThatItAllows() {
        Identity aged = new Identity("Ana Rosa", "Paz", null, 1987, 1989, Sex.FEMALE);

        assertThat(MatchTags.of(features(aged), here::tag)).containsAnyElementsOf(tags(here, "Ana", "Paz", BORN));
    }

    @Test
    void theSameTagsMeanNothingUnderAnotherSecret() {
        assertThat(tags(here, "Ana Rosa", "Paz", BORN))
                .doesNotContainAnyElementsOf(tags(there, "Ana Rosa", "Paz", BORN));
    }

    @Test
    void siblingsHaveNoTagsInCommon() {
        SortedSet<Long> common = new TreeSet<>(tags(here, "María José", "López Hernández", BORN));
        common.retainAll(tags(here, "Luis Fernando", "López Hernández", BORN.plusYears(2)));

        assertThat(common).isEmpty();
    }

    @Test
    void aLongNameHasNoMoreTagsThanAnyOther() {
        String words = "alfa beto carlos david elena fatima gabriel hugo irene jaime";

        assertThat(tags(here, words, words, BORN)).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void aPersonWithoutNamesHasNoTags() {
        assertThat(MatchTags.of(features(new Identity(null, null, BORN, 1988, 1988, Sex.MALE)), here::tag))
                .isEmpty();
    }

    @Test
    void whatIsSealedIsReadUnderTheSameSecretForTheSameCaseAlone() {
        byte[] sealed = here.seal(CASE, features("Ana"));

        assertThat(here.open(CASE, sealed)).contains(features("Ana"));
        assertThat(there.open(CASE, sealed)).isEmpty();
        assertThat(here.open(new UUID(1, 2), sealed)).isEmpty();
    }

    @Test
    void whatIsSealedShowsNeitherNamesNorHowLongTheyAre() {
        byte[] sealed = here.seal(CASE, features("Ana"));

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ana");
        assertThat(sealed).hasSameSizeAs(here.seal(CASE, features("María de los Ángeles")));
        assertThat(sealed).isNotEqualTo(here.seal(CASE, features("Ana")));
    }

    @Test
    void aPairHasOneIdFromBothSidesThatNobodyElseComputes() {
        UUID other = new UUID(2, 2);

        assertThat(here.pair(CASE, other)).isEqualTo(here.pair(other, CASE));
        assertThat(here.pair(CASE, other)).isNotEqualTo(there.pair(CASE, other));
        assertThat(here.pair(CASE, other).version()).isEqualTo(8);
    }

    @Test
    void anotherSecretHasAnotherName() {
        assertThat(here.name()).isNotEqualTo(there.name());
        assertThat(here.name()).isEqualTo(keys("a secret of this node").name());
    }

    @Test
    void withoutASecretOfItsOwnMatchingHasOneOfThatOfPseudonyms() {
        assertThat(new MatchKeys(Optional.empty(), "a secret of this node").name())
                .isEqualTo(here.name());
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> keys("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static MatchKeys keys(String secret) {
        return new MatchKeys(Optional.of(secret), "a secret of pseudonyms");
    }

    private static SortedSet<Long> tags(MatchKeys keys, String given, String family, LocalDate born) {
        return MatchTags.of(
                features(new Identity(given, family, born, born.getYear(), born.getYear(), Sex.FEMALE)), keys::tag);
    }

    private static Features features(String given) {
        return features(new Identity(given, "Paz", BORN, 1988, 1988, Sex.FEMALE));
    }

    private static Features features(Identity identity) {
        return Features.of(identity, "GTM");
    }
}
