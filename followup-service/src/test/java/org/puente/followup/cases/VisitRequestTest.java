package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.puente.contracts.Instrument;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.instruments.Instruments;
import org.puente.platform.problems.FieldError;

class VisitRequestTest {
    private static final Instrument BASELINE = new Instrument("puente-baseline-1", 1);
    private static final Map<String, String> ANSWERS = Map.of("housing", "good");

    @Test
    void acceptsAVisitWithoutQuestions() {
        assertThat(check(VisitOutcome.UNREACHABLE, null, null))
                .isInstanceOfSatisfying(
                        VisitCheck.Accepted.class,
                        accepted -> assertThat(accepted.sheet()).isEmpty());
    }

    @Test
    void acceptsAnswersOfTheScale() {
        assertThat(check(VisitOutcome.REACHED, BASELINE, ANSWERS))
                .isInstanceOfSatisfying(
                        VisitCheck.Accepted.class,
                        accepted -> assertThat(accepted.sheet().orElseThrow().answers())
                                .isEqualTo(ANSWERS));
    }

    @Test
    void refusesAnswersWhereNobodyWasReached() {
        assertThat(check(VisitOutcome.UNREACHABLE, BASELINE, ANSWERS))
                .isEqualTo(new VisitCheck.NobodyToAnswer(VisitOutcome.UNREACHABLE));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(null, ANSWERS, "instrument-needed"),
                Arguments.of(new Instrument("other", 1), ANSWERS, "instrument-unknown"),
                Arguments.of(BASELINE, Map.of(), "answers-needed"),
                Arguments.of(BASELINE, Map.of("shoe-size", "good"), "unknown-item"),
                Arguments.of(BASELINE, Map.of("housing", "excellent!"), "not-a-code"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesAnswersThatCannotBeScored(Instrument instrument, Map<String, String> answers, String code) {
        assertThat(check(VisitOutcome.REACHED, instrument, answers))
                .isInstanceOfSatisfying(
                        VisitCheck.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::code)
                                .containsExactly(code));
    }

    private static VisitCheck check(VisitOutcome outcome, Instrument instrument, Map<String, String> answers) {
        return new VisitRequest(outcome, instrument, answers, List.of()).check(new Instruments(Optional.empty()));
    }
}
