package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;

class HeldFieldsTest {
    private final ObjectNode dossier = Json.mapper().createObjectNode();

    @Test
    void anEmptyListOfSkillsOrProfilesIsAnAnswer() {
        dossier.putArray("skills");
        dossier.putArray("profiles");
        assertThat(Dossiers.holds(dossier, DossierField.SKILLS)).isTrue();
        assertThat(Dossiers.holds(dossier, DossierField.PROFILES)).isTrue();
    }

    @Test
    void whoNeedsPapersOrAPhoneNeedsOne() {
        dossier.putArray("documents");
        dossier.putArray("phones");
        assertThat(Dossiers.holds(dossier, DossierField.DOCUMENTS)).isFalse();
        assertThat(Dossiers.holds(dossier, DossierField.PHONES)).isFalse();
    }

    @Test
    void anAgeStandsForAnUnknownBirthDate() {
        dossier.put("ageYears", 30);
        assertThat(Dossiers.holds(dossier, DossierField.BIRTH_DATE)).isTrue();
    }

    @Test
    void nullAndBlankAreNoAnswer() {
        dossier.putNull("sex");
        dossier.put("givenNames", " ");
        assertThat(Dossiers.holds(dossier, DossierField.SEX)).isFalse();
        assertThat(Dossiers.holds(dossier, DossierField.GIVEN_NAMES)).isFalse();
        assertThat(Dossiers.holds(dossier, DossierField.FAMILY_NAMES)).isFalse();
    }
}
