package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.Profile;

class UnaccompaniedOrSeparatedTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        parent,                        -
        guardian,                      -
        other-relative,                separated-child
        other-adult,                   separated-child
        other-adult other-relative,    separated-child
        other-adult parent,            -
        """)
    void followsFromWhoIsResponsible(String relations, String profile) {
        assertThat(UnaccompaniedOrSeparated.of(adults(relations.split(" ")), false)
                        .map(Profile::code))
                .isEqualTo(Optional.ofNullable(profile));
    }

    @Test
    void aChildForWhomNobodyIsResponsibleIsUnaccompanied() {
        assertThat(UnaccompaniedOrSeparated.of(List.of(), true)).contains(Profile.UNACCOMPANIED_CHILD);
    }

    @Test
    void nothingFollowsWhereNothingIsKnown() {
        assertThat(UnaccompaniedOrSeparated.of(List.of(), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        -,                  -,                  -
        -,                  separated-child,    separated-child
        separated-child,    -,                  separated-child
        separated-child,    unaccompanied-child, unaccompanied-child
        unaccompanied-child, separated-child,   unaccompanied-child
        unaccompanied-child, -,                 unaccompanied-child
        """)
    void theStricterOfWhatIsStatedAndWhatFollowsIsInForce(String stated, String ruled, String inForce) {
        assertThat(UnaccompaniedOrSeparated.inForce(profile(stated).stream().toList(), profile(ruled)))
                .isEqualTo(profile(inForce));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        -,                   -,                   false
        -,                   separated-child,     false
        separated-child,     -,                   true
        separated-child,     separated-child,     false
        separated-child,     unaccompanied-child, false
        unaccompanied-child, separated-child,     true
        unaccompanied-child, -,                   true
        unaccompanied-child, unaccompanied-child, false
        """)
    void unaccompaniedIsStricterThanSeparatedAndThatThanNeither(String one, String other, boolean stricter) {
        assertThat(UnaccompaniedOrSeparated.isStricter(profile(one), profile(other)))
                .isEqualTo(stricter);
    }

    @Test
    void theProfileInForceStandsInPlaceOfTheWeakerOne() {
        List<Profile> stated = List.of(Profile.SEPARATED_CHILD, Profile.INDIGENOUS);

        assertThat(UnaccompaniedOrSeparated.over(stated, Optional.of(Profile.UNACCOMPANIED_CHILD)))
                .containsExactly(Profile.INDIGENOUS, Profile.UNACCOMPANIED_CHILD);
        assertThat(UnaccompaniedOrSeparated.over(stated, Optional.of(Profile.SEPARATED_CHILD)))
                .isEqualTo(stated);
    }

    private static Optional<Profile> profile(String code) {
        return Optional.ofNullable(code).map(given -> Code.of(Profile.class, given));
    }

    private static List<ResponsibleAdult> adults(String... relations) {
        return Stream.of(relations)
                .map(relation -> new ResponsibleAdult(
                        new CaseId(UUID.randomUUID()), Code.of(ResponsibleRelation.class, relation)))
                .toList();
    }
}
