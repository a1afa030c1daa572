package org.puente.reporting.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorTextsTest {
    @ParameterizedTest
    @EnumSource
    void isExplainedInBothLanguages(Indicator indicator) {
        String spanish = indicator.definition(Locale.of("es"));

        assertThat(spanish).isNotEqualTo(indicator.definition(Locale.ENGLISH)).contains(" ");
    }
}
