package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Sex;

class FingerprintsTest {
    private static final String DUI = "04567890-3";

    private final Fingerprints here = new Fingerprints("a secret of this node");
    private final Fingerprints there = new Fingerprints("a secret of that node");

    @Test
    void knowsADocumentAgainHoweverItIsSpelt() {
        assertThat(of(here, DocumentKind.DUI, DUI)).isEqualTo(of(here, DocumentKind.DUI, "045678903"));
    }

    @Test
    void isNotTheSameUnderAnotherSecret() {
        assertThat(of(here, DocumentKind.DUI, DUI)).isNotEqualTo(of(there, DocumentKind.DUI, DUI));
    }

    @Test
    void doesNotShowTheNumber() {
        assertThat(of(here, DocumentKind.DUI, DUI))
                .allSatisfy(mark -> assertThat(mark).doesNotContain("04567890"));
    }

    @Test
    void letsANumberThatFailsItsCheckTellNobodyApart() {
        assertThat(of(here, DocumentKind.DUI, "04567890-4")).isEmpty();
    }

    @Test
    void letsAnUnknownKindTellNobodyApart() {
        assertThat(of(here, DocumentKind.OTHER, "12345")).isEmpty();
    }

    @Test
    void takesPassportsOfTwoCountriesForTwo() {
        List<IdentityDocument> passport = List.of(new IdentityDocument(DocumentKind.PASSPORT, "C123456"));

        assertThat(here.of(passport, "GTM")).isNotEqualTo(here.of(passport, "HND"));
    }

    @Test
    void takesNamesForTheSameWithoutAccentsCaseAndSpaces() {
        assertThat(here.of("María  José", "Muñoz-Pérez", "1990-01-01", Sex.FEMALE))
                .isEqualTo(here.of("MARIA JOSE", "munoz perez", "1990-01-01", Sex.FEMALE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mari\u0301a Jose\u0301", "Mar\u200bía José", "Mar\u00adía José", "Mar\u200día José",
                "\u202eMaría\u202c José", "María\u00a0José", "\ufeffMaría José", "María\u3164 José"
            })
    void takesNamesForTheSameWhateverNoEyeSees(String givenNames) {
        assertThat(here.of(givenNames, "D\u2019Ruiz", "1990", Sex.FEMALE))
                .isEqualTo(here.of("María José", "D'Ruiz", "1990", Sex.FEMALE));
    }

    @Test
    void takesAnotherBirthDateForAnotherPerson() {
        assertThat(here.of("Ana", "Paz", "1990-01-01", Sex.FEMALE))
                .isNotEqualTo(here.of("Ana", "Paz", "1990-01-02", Sex.FEMALE));
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> new Fingerprints("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> of(Fingerprints fingerprints, DocumentKind kind, String number) {
        return fingerprints.of(List.of(new IdentityDocument(kind, number)), "SLV");
    }
}
