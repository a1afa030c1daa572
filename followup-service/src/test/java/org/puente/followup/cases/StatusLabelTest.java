package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.platform.text.MemberText;

/** What a person reads of their follow-up on paper. */
class StatusLabelTest {
    private static final MemberText SPANISH = new MemberText(Locale.of("es"), ZoneOffset.UTC, List.of());

    @ParameterizedTest
    @EnumSource
    void eachStatusOfACaseHasALabel(CaseStatus status) {
        assertThat(SPANISH.label("case", "status", status.code())).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void eachStatusOfAFollowUpHasALabel(FollowUpStatus status) {
        assertThat(SPANISH.label("plan", "status", status.code())).isPresent();
    }
}
