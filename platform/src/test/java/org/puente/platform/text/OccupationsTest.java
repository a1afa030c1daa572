package org.puente.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class OccupationsTest {
    @Test
    void thereAreTenMajorGroupsAndFortyThreeSubMajorGroups() {
        assertThat(Occupations.codes()).filteredOn(code -> code.length() == 1).hasSize(10);
        assertThat(Occupations.codes()).filteredOn(code -> code.length() == 2).hasSize(43);
    }

    @Test
    void eachSubMajorGroupStandsBehindItsMajorGroup() {
        assertThat(Occupations.codes()).isSorted().startsWith("0", "01", "02", "03", "1", "11");
    }

    @Test
    void eachGroupHasANameInBothLanguages() {
        for (String code : Occupations.codes()) {
            assertThat(Occupations.name(code, Locale.of("es"))).get().asString().isNotBlank();
            assertThat(Occupations.name(code, Locale.ENGLISH)).get().asString().isNotBlank();
        }
        assertThat(Occupations.name("53", Locale.of("es"))).contains("Trabajadores de los cuidados personales");
    }
}
