package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DossierField;
import org.puente.platform.Json;
import org.puente.reception.Form;

class DossierTest {

    @Test
    void namesEveryFieldAsTheContractsDo() {
        Form form = Form.filled().document("dui", Form.dui());

        assertThat(dossier(form).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DossierField.values()).map(DossierField::code).toList());
    }

    @Test
    void holdsTheMunicipalityThatNoFactHolds() {
        assertThat(dossier(Form.filled()).at("/destination/municipality").asText())
                .isEqualTo("Huehuetenango-Chiantla");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(dossier(Form.filled()).has("documents")).isFalse();
    }

    @Test
    void saysThatThereAreNoProfiles() {
        assertThat(dossier(Form.filled().without("/profiles")).get("profiles").isEmpty()).isTrue();
    }

    @Test
    void saysThatAPersonIsAlone() {
        assertThat(dossier(Form.filled().without("/household")).get("household"))
                .isEqualTo(Json.mapper().createObjectNode().put("size", 1));
    }

    @Test
    void givesTheAgeWhereNoBirthDateIsKnown() {
        Form form = Form.filled().without("/person/birthDate").with("/person/ageYears", "41");

        assertThat(dossier(form).get("ageYears").asInt()).isEqualTo(41);
    }

    @Test
    void hidesThePersonWhereSomebodyPrintsTheForm() {
        Form form = Form.filled().document("dui", "04567890-3");
        Registration registration = Json.read(form.json(), Registration.class);

        assertThat(
                        ""
                                + registration
                                + registration.person()
                                + registration.person().documents()
                                + registration.restricted()
                                + registration.destination())
                .doesNotContain("Zenaida", "Quetzal", "04567890", "Insulin", "Chiantla", "1991");
    }

    private static JsonNode dossier(Form form) {
        try {
            return Json.mapper()
                    .readTree(Dossier.of(Json.read(form.json(), Registration.class), 1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
