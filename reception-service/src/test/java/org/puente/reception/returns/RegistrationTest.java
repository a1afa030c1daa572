package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.puente.contracts.Sex;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;
import org.puente.reception.identity.Identity;

class RegistrationTest {
    @Test
    void whoHasNoNamesIsSomebodyOfABirthAndASex() {
        Registration foundling = read(nobody().with("/person/withoutNames", "true"));

        assertThat(foundling.identity().bornFrom()).isEqualTo(1990);
        assertThat(foundling.identity().sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void whoARestoreHasLostMayBeAnybody() {
        assertThat(read(nobody()).identity()).isEqualTo(Identity.LOST);
    }

    /** A tag is made for each year that fits. */
    @Test
    void whoARestoreHasLostIsMatchedByTheYearsThatWerePublished() {
        assertThat(read(nobody()).features().bornFrom()).isEqualTo(1990);
        assertThat(read(nobody()).features().bornTo()).isEqualTo(1992);
    }

    private static RegistrationForm nobody() {
        return RegistrationForm.filled()
                .without("/person/givenNames")
                .without("/person/familyNames")
                .without("/person/birthDate")
                .with("/person/ageYears", "34");
    }

    private static Registration read(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }
}
