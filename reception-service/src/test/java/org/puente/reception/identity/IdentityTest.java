package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.Sex;

class IdentityTest {
    private static final LocalDate BORN = LocalDate.of(1988, 3, 14);

    @ParameterizedTest
    @CsvSource({
        "María José, López Pérez, MARIA JOSE, LOPEZ PEREZ",
        "María José, López Pérez, María, López",
        "María José, López Pérez, López Pérez, María José",
        "María José, López Pérez, Maria Jose, Lopes Perez",
        "María José, López Pérez, Mraia José, López Pérez",
        "María José, López Pérez, Mar\u200bía José, López\u00a0Pérez",
        "Ana, Paz, ANA, PAZ",
        "Juana, de la Cruz, Juana, Cruz",
        "Gianna, D'Angelo, Gianna, D\u2019Angelo",
        "Gianna, D'Angelo, Gianna, Dangelo",
        "Guadalupe, Hernández, Guadalupe, Ernandes",
        "José M., Paz Ruiz, José, Paz Ruiz",
    })
    void aSlipOfTheHandMakesNobodySomebodyElse(String given, String family, String otherGiven, String otherFamily) {
        assertThat(named(given, family).agreesWith(named(otherGiven, otherFamily)))
                .isTrue();
        assertThat(named(otherGiven, otherFamily).agreesWith(named(given, family)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "María, López, Juana, Pérez",
        "María, López, María, Pérez",
        "María, López, Juana, López",
        "Ana, Paz, Eva, Paz",
        "Ana, Paz, Ana, Ana",
        "José Luis, Paz, José Carlos, Paz",
        "X, X, Ximena, Xirau",
        "Ana, Paz, Li, Xi",
    })
    void anotherNameIsAnotherPersons(String given, String family, String otherGiven, String otherFamily) {
        assertThat(named(given, family).agreesWith(named(otherGiven, otherFamily)))
                .isFalse();
        assertThat(named(otherGiven, otherFamily).agreesWith(named(given, family)))
                .isFalse();
    }

    @Test
    void anotherBirthDateIsAnotherPersons() {
        assertThat(born(BORN).agreesWith(born(LocalDate.of(2018, 3, 14)))).isFalse();
        assertThat(born(BORN).agreesWith(born(BORN.plusDays(1)))).isFalse();
    }

    @Test
    void anAgeAgreesWithTheBirthDatesThatItAllows() {
        assertThat(aged(1987, 1989).agreesWith(born(BORN))).isTrue();
        assertThat(born(BORN).agreesWith(aged(1989, 1991))).isFalse();
        assertThat(aged(1987, 1989).agreesWith(aged(1989, 1991))).isTrue();
        assertThat(aged(1987, 1989).agreesWith(aged(1990, 1992))).isFalse();
    }

    @Test
    void anotherSexIsAnotherPersonsWhereBothAreKnown() {
        assertThat(of(Sex.FEMALE).agreesWith(of(Sex.MALE))).isFalse();
        assertThat(of(Sex.FEMALE).agreesWith(of(Sex.UNKNOWN))).isTrue();
        assertThat(of(Sex.UNKNOWN).agreesWith(of(Sex.MALE))).isTrue();
    }

    @Test
    void whoHasNoNamesAgreesWithEveryName() {
        assertThat(nameless(1988, Sex.FEMALE).agreesWith(born(BORN))).isTrue();
        assertThat(born(BORN).agreesWith(nameless(1988, Sex.FEMALE))).isTrue();
    }

    @Test
    void whoHasNoNamesIsNobodyOfAnotherBirth() {
        assertThat(nameless(2023, Sex.FEMALE).agreesWith(born(BORN))).isFalse();
        assertThat(born(BORN).agreesWith(nameless(2023, Sex.FEMALE))).isFalse();
    }

    @Test
    void whoHasNoNamesIsNobodyOfAnotherSex() {
        assertThat(nameless(1988, Sex.MALE).agreesWith(born(BORN))).isFalse();
        assertThat(born(BORN).agreesWith(nameless(1988, Sex.MALE))).isFalse();
    }

    @Test
    void whoIsLostAgreesWithEverybody() {
        assertThat(Identity.LOST.agreesWith(nameless(2023, Sex.MALE))).isTrue();
        assertThat(born(BORN).agreesWith(Identity.LOST)).isTrue();
    }

    @Test
    void printsNothingOfAPerson() {
        assertThat(named("Ana", "Paz").toString()).doesNotContain("Ana", "Paz", "1988");
    }

    private static Identity named(String given, String family) {
        return new Identity(given, family, BORN, 1988, 1988, Sex.FEMALE);
    }

    private static Identity born(LocalDate day) {
        return new Identity("Ana", "Paz", day, day.getYear(), day.getYear(), Sex.FEMALE);
    }

    private static Identity aged(int from, int to) {
        return new Identity("Ana", "Paz", null, from, to, Sex.FEMALE);
    }

    private static Identity nameless(int year, Sex sex) {
        return new Identity(null, null, null, year, year, sex);
    }

    private static Identity of(Sex sex) {
        return new Identity("Ana", "Paz", BORN, 1988, 1988, sex);
    }
}
