package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.DossierField;
import org.puente.platform.json.Json;
import org.puente.platform.testing.OfferBuilder;
import org.puente.referral.RegionFacts;

class DangerPlacesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        HN-CR, HN-CR,       true
        HN-CR, HN-FM,       false
        HN-CR, HN-CR HN-FM, false
        HN-CR, HND,         false
        HND,   HN-FM,       true
        HND,   HND,         true
        HND,   GT-01,       false
        HND,   HND GTM,     false
        HN-CR, '',          false
        """)
    void anOfferIsNearIfAllThatItCoversIsThere(String danger, String coverage, boolean near) {
        DangerPlaces places = places(
                danger.contains("-")
                        ? "[{'country': 'HND', 'subdivision': '" + danger + "', 'municipality': 'Choloma'}]"
                        : "[{'country': '" + danger + "'}]");
        List<String> covered = coverage.isEmpty() ? List.of() : List.of(coverage.split(" "));

        assertThat(places.include(OfferBuilder.like(RegionFacts.offer("hnd-a", null, Duration.ofDays(1)))
                        .coverage(covered)
                        .build()))
                .isEqualTo(near);
    }

    @Test
    void aDossierWithoutPlacesNamesNone() {
        assertThat(DangerPlaces.in(dossier("{'restricted': {'health': 'Asma'}}")))
                .isEqualTo(DangerPlaces.NONE);
        assertThat(DangerPlaces.in(dossier("{}")).isEmpty()).isTrue();
        assertThat(DangerPlaces.in(null).isEmpty()).isTrue();
    }

    @Test
    void whoWasNotSentThemPassesOnNothing() {
        Fields names = new Fields(Set.of(DossierField.GIVEN_NAMES));

        assertThat(places("[{'country': 'HND'}]").permit(names, false)).isEqualTo(Fields.NONE);
        assertThat(DangerPlaces.NONE.permit(names, false)).isEqualTo(names);
    }

    @Test
    void whoWasSentThemDecides() {
        Fields all = new Fields(Set.of(DossierField.RESTRICTED, DossierField.GIVEN_NAMES));

        assertThat(places("[{'country': 'HND'}]").permit(all, false)).isEqualTo(all);
        assertThat(places("[{'country': 'HND'}]").permitWithoutPerson(all, false))
                .isEqualTo(Fields.NONE);
    }

    @Test
    void aChildAloneIsSentToAProtectionAuthorityAllTheSame() {
        Fields names = new Fields(Set.of(DossierField.GIVEN_NAMES));

        assertThat(places("[{'country': 'HND'}]").permit(names, true)).isEqualTo(names);
    }

    @Test
    void nothingShowsWhereSomebodyPrintsThem() {
        assertThat(places("[{'country': 'HND'}]").toString()).doesNotContain("HND");
    }

    private static DangerPlaces places(String json) {
        return DangerPlaces.in(dossier("{'restricted': {'dangerPlaces': " + json + "}}"));
    }

    private static ObjectNode dossier(String json) {
        return Json.read(json.replace('\'', '"'), ObjectNode.class);
    }
}
