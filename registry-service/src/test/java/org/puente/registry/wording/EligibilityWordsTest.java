package org.puente.registry.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;

class EligibilityWordsTest {
    private static final Eligibility EVERYTHING = new Eligibility(
            List.of(Sex.FEMALE, Sex.X),
            18,
            24,
            List.of("MEX", "HND"),
            180,
            List.of("return-certificate", "school-record"),
            List.of(Profile.INDIGENOUS),
            true);

    @Test
    void nameEveryConditionInSpanish() {
        assertThat(new EligibilityWords(Wording.SPANISH).of(EVERYTHING))
                .isEqualTo("para mujeres, para personas de otro sexo; pueden venir sus hijas e hijos;"
                        + " de 18 a 24 años; nacionalidad: México, Honduras; dentro de los"
                        + " 180 días tras el retorno; con: constancia de retorno, school"
                        + " record; para: personas indígenas");
    }

    @Test
    void nameEveryConditionInEnglish() {
        assertThat(new EligibilityWords(Wording.ENGLISH).of(EVERYTHING))
                .isEqualTo("for women, for people of another sex; children may come along; from 18 to"
                        + " 24 years of age; nationality: Mexico, Honduras; within 180 days"
                        + " of the return; with: return certificate, school record; for:"
                        + " indigenous people");
    }

    @Test
    void stateThatThereIsNoCondition() {
        assertThat(new EligibilityWords(Wording.ENGLISH).of(Eligibility.ANYONE)).isEqualTo("Open to everybody.");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void knowEveryProfile(Profile profile) {
        Eligibility eligibility = new Eligibility(null, null, null, null, null, null, List.of(profile), null);
        assertThat(new EligibilityWords(Wording.SPANISH).of(eligibility)).doesNotContain("profile-");
        assertThat(new EligibilityWords(Wording.ENGLISH).of(eligibility)).doesNotContain("profile-");
    }
}
