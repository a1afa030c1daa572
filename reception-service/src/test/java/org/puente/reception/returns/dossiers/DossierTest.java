package org.puente.reception.returns.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Registration;

class DossierTest {

    @Test
    void namesEveryFieldAsTheContractsDo() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());

        assertThat(dossier(form).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DossierField.values())
                        .map(DossierField::code)
                        .toList());
    }

    @Test
    void holdsTheMunicipalityThatNoFactHolds() {
        assertThat(dossier(RegistrationForm.filled())
                        .at("/destination/municipality")
                        .asText())
                .isEqualTo("Huehuetenango-Chiantla");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(dossier(RegistrationForm.filled()).has("documents")).isFalse();
    }

    @Test
    void showsThatThereAreNoProfiles() {
        assertThat(dossier(RegistrationForm.filled().without("/profiles"))
                        .get("profiles")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void showsThatAPersonIsAlone() {
        assertThat(dossier(RegistrationForm.filled().without("/household")).get("household"))
                .isEqualTo(Json.mapper().createObjectNode().put("size", 1));
    }

    @Test
    void givesTheAgeWhereNoBirthDateIsKnown() {
        RegistrationForm form =
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "41");

        assertThat(dossier(form).get("ageYears").asInt()).isEqualTo(41);
    }

    @Test
    void hidesThePersonWhereSomebodyPrintsTheForm() {
        RegistrationForm form = RegistrationForm.filled()
                .document("dui", "04567890-3")
                .with("/relatives", "[{'relation': 'parent', 'givenNames': 'Quetzal'}]")
                .with("/person/safeContact", "{'ways': ['call'], 'note': 'Quetzal'}");
        Registration registration = Json.read(form.json(), Registration.class);

        assertThat(""
                        + registration
                        + registration.person()
                        + registration.person().documents()
                        + registration.restricted()
                        + registration.destination()
                        + registration.relatives()
                        + registration.person().safeContact())
                .doesNotContain("Zenaida", "Quetzal", "04567890", "Insulin", "Chiantla", "1991");
    }

    @Test
    void holdsForVisitsTheFieldsOfThePolicyAndNoOther() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());

        assertThat(forVisits(form).fieldNames())
                .toIterable()
                .containsExactly("givenNames", "phones", "destination", "birthYear");
    }

    @Test
    void showsForVisitsOfTheBirthDateTheYearAlone() {
        assertThat(forVisits(RegistrationForm.filled()).get("birthYear").asInt())
                .isEqualTo(1991);
    }

    @Test
    void givesForVisitsTheAgeWhereNoBirthDateIsKnown() {
        RegistrationForm form =
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "41");

        assertThat(forVisits(form).get("ageYears").asInt()).isEqualTo(41);
        assertThat(forVisits(form).has("birthYear")).isFalse();
    }

    @Test
    void saysHowThePersonIsContactedSafelyAlsoForVisits() {
        RegistrationForm form = RegistrationForm.filled()
                .with(
                        "/person/safeContact",
                        "{'ways': ['call'], 'from': '08:00', 'to': '12:30', 'note': 'Sin WhatsApp'}");

        for (JsonNode dossier : List.of(dossier(form), forVisits(form))) {
            assertThat(dossier.at("/safeContact/ways/0").asText()).isEqualTo("call");
            assertThat(dossier.at("/safeContact/to").asText()).startsWith("12:30");
            assertThat(dossier.at("/safeContact/note").asText()).isEqualTo("Sin WhatsApp");
        }
    }

    @Test
    void saysNothingOfContactToVisitorsWhoCannotReachThePerson() {
        RegistrationForm form = RegistrationForm.filled().with("/person/safeContact", "{'ways': ['call']}");

        assertThat(read(Dossier.forVisits(registration(form), 1, new VisitFields(List.of("givenNames")).all()))
                        .has("safeContact"))
                .isFalse();
    }

    @Test
    void namesOfRelativesThoseForWhomAServiceMayBeAndNoneToVisitors() {
        RegistrationForm form = RegistrationForm.filled()
                .with(
                        "/relatives",
                        "[{'relation': 'child', 'givenNames': 'Lucero', 'mayBeServed': true},"
                                + " {'relation': 'parent', 'givenNames': 'Ovidio'}]");

        assertThat(dossier(form).get("household").toString()).contains("Lucero").doesNotContain("Ovidio");
        assertThat(read(Dossier.forVisits(registration(form), 1, new VisitFields(List.of("household", "phones")).all()))
                        .toString())
                .doesNotContain("Lucero", "Ovidio");
    }

    @Test
    void saysWhoIsResponsibleForAChild() {
        RegistrationForm child = RegistrationForm.filled().with("/person/birthDate", "'2012-01-01'");

        assertThat(dossier(child.with(
                                "/responsible",
                                "[{'caseId': '0193f000-0000-7000-8000-0000000000bb', 'relation': 'other-adult'}]"))
                        .at("/household/responsible/0/relation")
                        .asText())
                .isEqualTo("other-adult");
        assertThat(dossier(child).get("profiles").toString()).contains("separated-child");
    }

    @Test
    void showsForVisitsNoPlaceThatIsUnsafeToKnow() {
        RegistrationForm form = RegistrationForm.filled().with("/restricted", "{'unsafeDestination': true}");

        assertThat(forVisits(form).has("destination")).isFalse();
    }

    @Test
    void neverHoldsAWishForInternationalProtection() {
        RegistrationForm form =
                RegistrationForm.filled().with("/restricted", "{'internationalProtection': true, 'health': 'Asma'}");

        assertThat(dossier(form).toString()).contains("Asma").doesNotContain("internationalProtection");
    }

    @Test
    void startsWithNoPolicyThatShowsVisitorsWhatIsRestricted() {
        assertThatThrownBy(() -> new VisitFields(List.of("givenNames", "restricted")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode forVisits(RegistrationForm form) {
        return read(Dossier.forVisits(
                registration(form),
                1,
                new VisitFields(List.of("givenNames", "phones", "birthDate", "destination")).all()));
    }

    private static JsonNode dossier(RegistrationForm form) {
        return read(Dossier.of(registration(form), 1));
    }

    private static Registration registration(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }

    private static JsonNode read(String dossier) {
        try {
            return Json.mapper().readTree(dossier);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
