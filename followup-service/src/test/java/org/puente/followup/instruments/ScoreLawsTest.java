package org.puente.followup.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.Scores;

/** What holds of a score whatever was answered. */
class ScoreLawsTest {
    private static final Instrument BASELINE =
            new Instruments(Optional.empty()).newest("puente-baseline-1").orElseThrow();
    private static final List<Function<Scores, Double>> ALL =
            List.of(Scores::economic, Scores::social, Scores::psychosocial, Scores::composite);

    @Provide
    Arbitrary<Map<String, String>> answers() {
        return Arbitraries.randomValue(ScoreLawsTest::someAnswers);
    }

    private static Map<String, String> someAnswers(Random random) {
        double answered = random.nextDouble();
        Map<String, String> answers = new HashMap<>();
        for (Item item : BASELINE.items()) {
            if (random.nextDouble() < answered) {
                List<String> codes = codes(item);
                answers.put(item.id(), codes.get(random.nextInt(codes.size())));
            }
        }
        return answers;
    }

    private static List<String> codes(Item item) {
        return scale(item).codes();
    }

    private static Scale scale(Item item) {
        return BASELINE.scales().stream()
                .filter(scale -> scale.id().equals(item.scale()))
                .findFirst()
                .orElseThrow();
    }

    @Property
    void everyScoreLiesBetweenZeroAndOne(@ForAll("answers") Map<String, String> answers) {
        Scores scores = BASELINE.score(answers);
        assertThat(ALL.stream().map(score -> score.apply(scores)).filter(Objects::nonNull))
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
    }

    @Property
    void thereIsACompositeIfAnythingWasAnswered(@ForAll("answers") Map<String, String> answers) {
        assertThat(BASELINE.score(answers).composite() == null).isEqualTo(answers.isEmpty());
    }

    /** Rescaled weights: as if the instrument consisted of what was answered. */
    @Property
    void anItemWithoutAnswerIsAsIfItWereNotThere(@ForAll("answers") Map<String, String> answers) {
        Instrument answered = new Instrument(
                BASELINE.id(),
                BASELINE.version(),
                BASELINE.title(),
                BASELINE.dimensions(),
                BASELINE.scales(),
                BASELINE.items().stream()
                        .filter(item -> answers.containsKey(item.id()))
                        .toList());
        assertThat(answered.score(answers)).isEqualTo(BASELINE.score(answers));
    }

    @Property
    void aBetterAnswerLowersNoScore(@ForAll("answers") Map<String, String> answers, @ForAll Random random) {
        Assume.that(!answers.isEmpty());
        List<Item> answered = BASELINE.items().stream()
                .filter(i -> answers.containsKey(i.id()))
                .toList();
        Item item = answered.get(random.nextInt(answered.size()));
        double before = item.valueOf(scale(item).step(answers.get(item.id())).orElseThrow());
        Stream<String> better = scale(item).steps().stream()
                .filter(step -> item.valueOf(step) >= before)
                .map(Scale.Step::code);
        Scores old = BASELINE.score(answers);
        assertThat(better).allSatisfy(code -> {
            Map<String, String> improved = new HashMap<>(answers);
            improved.put(item.id(), code);
            assertThat(noneLower(old, BASELINE.score(improved))).isTrue();
        });
    }

    private static boolean noneLower(Scores before, Scores after) {
        return ALL.stream().allMatch(score -> score.apply(before) == null || score.apply(before) <= score.apply(after));
    }

    @Property
    void theCompositeLiesBetweenTheWorstAndTheBestDimension(@ForAll("answers") Map<String, String> answers) {
        Assume.that(!answers.isEmpty());
        Scores scores = BASELINE.score(answers);
        List<Double> dimensions = ALL.subList(0, 3).stream()
                .map(score -> score.apply(scores))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        assertThat(scores.composite()).isBetween(dimensions.getFirst() - 1e-4, dimensions.getLast() + 1e-4);
    }
}
