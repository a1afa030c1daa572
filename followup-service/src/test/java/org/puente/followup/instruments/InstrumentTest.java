package org.puente.followup.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.contracts.Dimension;
import org.puente.contracts.Scores;
import org.puente.platform.json.Json;

class InstrumentTest {
    private final Instrument baseline =
            new Instruments(Optional.empty()).newest("puente-baseline-1").orElseThrow();

    @Test
    void hasFiveItemsInEachOfThreeDimensions() {
        Map<Dimension, Long> counts =
                baseline.items().stream().collect(Collectors.groupingBy(Item::dimension, Collectors.counting()));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Dimension.ECONOMIC, 5L,
                        Dimension.SOCIAL, 5L,
                        Dimension.PSYCHOSOCIAL, 5L));
    }

    @Test
    void weighsAllItemsOfADimensionAlike() {
        assertThat(baseline.items()).extracting(Item::weight).containsOnly(1.0);
    }

    @Test
    void showsEveryItemInSpanishAndEnglish() {
        assertThat(baseline.items())
                .allSatisfy(item -> assertThat(item.text().en()).isNotBlank());
    }

    @Test
    void doesNotCallItselfTheSurveyOfAnother() {
        assertThat(Json.write(baseline)).doesNotContain("IOM", "OIM", "Samuel Hall");
    }

    @Test
    void scoresFiveStepsInQuarters() {
        assertThat(baseline.score(Map.of("housing", "good")).social()).isEqualTo(0.75);
    }

    @Test
    void scoresYesAsOneWhereYesIsGood() {
        assertThat(baseline.score(Map.of("paid-work", "yes")).economic()).isEqualTo(1);
    }

    @Test
    void scoresYesAsNothingWhereYesIsBad() {
        assertThat(baseline.score(Map.of("debt-beyond-means", "yes")).economic())
                .isZero();
    }

    @Test
    void reversesAFrequencyWhereAlwaysIsBad() {
        assertThat(baseline.score(Map.of("less-food", "rarely")).economic()).isEqualTo(0.75);
    }

    @Test
    void composesTheDimensionsInEqualParts() {
        Scores scores = baseline.score(Map.of("paid-work", "yes", "housing", "fair", "must-leave-again", "yes"));
        assertThat(scores.composite()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void hasNoScoreWhereNothingOfADimensionWasAnswered() {
        assertThat(baseline.score(Map.of("housing", "fair"))).isEqualTo(new Scores(null, 0.5, null, 0.5));
    }

    @Test
    void takesANullAnswerForNone() {
        Map<String, String> answers = new HashMap<>(Map.of("housing", "good"));
        answers.put("schooling", null);
        assertThat(baseline.score(answers)).isEqualTo(baseline.score(Map.of("housing", "good")));
    }

    @Test
    void namesTheItemThatItDoesNotHave() {
        assertThat(baseline.faults(Map.of("shoe-size", "yes")))
                .extracting(Instrument.Fault::item)
                .containsExactly("shoe-size");
    }

    @Test
    void namesTheAnswersThatAnItemTakes() {
        assertThat(baseline.faults(Map.of("paid-work", "sometimes")).getFirst().codes())
                .containsExactly("yes", "no");
    }

    @Test
    void refusesToScoreWhatDoesNotFit() {
        assertThatThrownBy(() -> baseline.score(Map.of("paid-work", "sometimes")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weighsByTheTableThatWasLoaded(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("other.json"), """
                {"id": "other", "version": 2, "title": {"es": "Otro"},
                 "dimensions": [{"dimension": "economic", "weight": 1}],
                 "scales": [{"id": "yes-no", "steps": [
                   {"code": "yes", "value": 1, "text": {"es": "Sí"}},
                   {"code": "no", "value": 0, "text": {"es": "No"}}]}],
                 "items": [
                   {"id": "a", "dimension": "economic", "scale": "yes-no", "weight": 3,
                    "text": {"es": "¿A?"}},
                   {"id": "b", "dimension": "economic", "scale": "yes-no",
                    "text": {"es": "¿B?"}}]}
                """);
        Instrument other =
                new Instruments(Optional.of(directory)).find("other", 2).orElseThrow();
        assertThat(other.score(Map.of("a", "yes", "b", "no")).economic()).isEqualTo(0.75);
    }
}
