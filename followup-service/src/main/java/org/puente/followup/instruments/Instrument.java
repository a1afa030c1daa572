package org.puente.followup.instruments;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Dimension;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.Scores;

/**
 * A questionnaire and the scoring of its answers. It is data: other questions and weights are
 * loaded from a file, not programmed.
 *
 * @param version counts from 1; a released version never changes, so that old scores can be read
 * @param dimensions the weight of each dimension in the composite
 */
@Schema(name = "Questionnaire")
public record Instrument(
        String id, int version, LocalizedText title, List<Part> dimensions, List<Scale> scales, List<Item> items) {
    /** Scores have four decimals: fifteen questions don't support more. */
    private static final double GRAIN = 10_000;

    /**
     * The weight of a dimension in the composite.
     *
     * @param weight relative to the other dimensions; above 0
     */
    record Part(Dimension dimension, double weight) {
        Part {
            if (dimension == null || !(weight > 0)) {
                throw new IllegalArgumentException("a part has a dimension and a weight above 0");
            }
        }
    }

    public Instrument {
        new org.puente.contracts.Instrument(id, version);
        dimensions = List.copyOf(dimensions);
        scales = List.copyOf(scales);
        items = List.copyOf(items);
        distinct("dimensions", dimensions, Part::dimension);
        Set<String> scaleIds = distinct("scales", scales, Scale::id);
        distinct("items", items, Item::id);
        for (Item item : items) {
            if (!scaleIds.contains(item.scale())) {
                throw new IllegalArgumentException("item " + item.id() + " names no scale");
            }
        }
    }

    private static <T, K> Set<K> distinct(String what, List<T> values, Function<T, K> key) {
        Set<K> keys = new HashSet<>();
        for (T value : values) {
            if (!keys.add(key.apply(value))) {
                throw new IllegalArgumentException(what + " repeat " + key.apply(value));
            }
        }
        return keys;
    }

    /** The reference to this instrument in facts. */
    public org.puente.contracts.Instrument reference() {
        return new org.puente.contracts.Instrument(id, version);
    }

    /**
     * An answer that can't be scored: its item is unknown ({@code codes} is empty), or it is not on
     * the item's scale.
     */
    public record Fault(String item, List<String> codes) {}

    /** The faults of the answers, in the order of the map; empty if all can be scored. */
    public List<Fault> faults(Map<String, String> answers) {
        Map<String, Item> byId = items.stream().collect(toMap(Item::id, Function.identity()));
        return answers.entrySet().stream()
                .map(answer -> fault(byId.get(answer.getKey()), answer.getKey(), answer.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Fault> fault(Item item, String id, String code) {
        if (item == null) {
            return Optional.of(new Fault(id, List.of()));
        }
        Scale scale = scale(item);
        return code == null || scale.step(code).isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(id, scale.codes()));
    }

    /**
     * The scores of a set of answers. The score of a dimension is the weighted mean of its answered
     * items; the composite is the weighted mean of the dimensions that have a score. So a missing
     * answer has no effect: the weights of the other items are rescaled.
     *
     * @param answers answer code by item id; absent or null if there is no answer
     * @throws IllegalArgumentException if the answers have {@link #faults}
     */
    public Scores score(Map<String, String> answers) {
        if (!faults(answers).isEmpty()) {
            throw new IllegalArgumentException("the answers don't fit the instrument");
        }
        Map<Dimension, Double> scores = new LinkedHashMap<>();
        Mean composite = new Mean();
        for (Part part : dimensions) {
            Mean mean = new Mean();
            items.stream()
                    .filter(item -> item.dimension() == part.dimension())
                    .filter(item -> answers.get(item.id()) != null)
                    .forEach(item -> mean.add(value(item, answers), item.weight()));
            if (mean.value() != null) {
                scores.put(part.dimension(), mean.value());
                composite.add(mean.value(), part.weight());
            }
        }
        return new Scores(
                rounded(scores.get(Dimension.ECONOMIC)),
                rounded(scores.get(Dimension.SOCIAL)),
                rounded(scores.get(Dimension.PSYCHOSOCIAL)),
                rounded(composite.value()));
    }

    Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The words of an answer; empty if the item, or its scale, has none by this code. */
    Optional<LocalizedText> answer(String item, String code) {
        return item(item).flatMap(asked -> scale(asked).step(code)).map(Scale.Step::text);
    }

    private double value(Item item, Map<String, String> answers) {
        return item.valueOf(scale(item).step(answers.get(item.id())).orElseThrow());
    }

    private Scale scale(Item item) {
        return scales.stream()
                .filter(s -> s.id().equals(item.scale()))
                .findFirst()
                .orElseThrow();
    }

    private static Double rounded(Double score) {
        return score == null ? null : Math.round(score * GRAIN) / GRAIN;
    }

    private static final class Mean {
        private double sum;
        private double weights;

        void add(double value, double weight) {
            sum += value * weight;
            weights += weight;
        }

        Double value() {
            return weights == 0 ? null : sum / weights;
        }
    }
}
