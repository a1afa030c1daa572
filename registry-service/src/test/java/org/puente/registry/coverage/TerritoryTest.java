package org.puente.registry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.Countries;
import org.puente.platform.text.Subdivisions;

class TerritoryTest {
    private static final Subdivisions OF_THIS_BUILD = Subdivisions.ofThisBuild();

    @ParameterizedTest
    @CsvSource({"SLV, 14", "GTM, 22", "HND, 18", "MEX, 32"})
    void knowsTheSubdivisionsOfTheFourCountries(String country, int number) {
        assertThat(OF_THIS_BUILD.countries().get(country).keySet())
                .hasSize(number)
                .allMatch(area -> Countries.of(area).equals(country));
    }

    @Test
    void namesThemWithoutWhatATableWouldHaveToQuote() {
        assertThat(OF_THIS_BUILD.countries().values())
                .allSatisfy(names -> assertThat(names.values()).allMatch(name -> name.matches("[\\p{L} ]+")));
    }

    @Test
    void addsAPartThatOnlyAnOfferKnows() {
        Territory territory = Territory.of(Services.KNOWN, List.of("SLV"), List.of("SV-XX"));
        assertThat(territory.all()).contains("SV-XX", "SV-SA");
    }

    @Test
    void standsForACountryWhosePartsNobodyKnows() {
        Territory territory = Territory.of(Services.KNOWN, List.of("CRI"), List.of("CRI"));
        assertThat(territory.all()).containsExactly("CRI");
    }

    @Test
    void leavesOutCountriesWithoutANode() {
        Territory territory = Territory.of(Services.KNOWN, List.of("SLV"), List.of("US-CA", "USA"));
        assertThat(territory.all()).doesNotContain("US-CA", "USA");
    }
}
