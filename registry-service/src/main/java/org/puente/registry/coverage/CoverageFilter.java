package org.puente.registry.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Level;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.coverage.CoverageMap.Pair;

/**
 * The requested part of the map; null for all.
 *
 * @param country ISO 3166-1 alpha-3
 */
record CoverageFilter(String country, Level level, Dimension dimension, String category, Cover cover) {

    /**
     * @param node id of a node, for the territory of its country
     * @throws ProblemException invalid for a value that doesn't exist; the answer lists the values that
     *     do
     */
    static CoverageFilter of(
            List<NodePublished> nodes, String node, String level, String dimension, String category, String cover) {
        return new CoverageFilter(
                node == null ? null : country(nodes, node),
                code(Level.class, "level", level),
                code(Dimension.class, "dimension", dimension),
                category,
                code(Cover.class, "cover", cover));
    }

    /**
     * @param offers that the caller may see; a category without any of them would give an empty map
     * @throws ProblemException invalid for a category that no offer has
     */
    void mustBeKnown(List<OfferPublished> offers) {
        Set<String> known =
                offers.stream().map(OfferPublished::category).collect(Collectors.toCollection(TreeSet::new));
        if (category != null && !known.contains(category)) {
            throw ProblemException.notAmong("category", known);
        }
    }

    private static String country(List<NodePublished> nodes, String node) {
        return nodes.stream()
                .filter(known -> known.node().value().equals(node))
                .map(NodePublished::country)
                .findFirst()
                .orElseThrow(() -> ProblemException.notAmong(
                        "node",
                        nodes.stream().map(known -> known.node().value()).toList()));
    }

    private static <E extends Enum<E> & Code> E code(Class<E> type, String name, String text) {
        try {
            return text == null ? null : Code.of(type, text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notAmong(
                    name, Arrays.stream(type.getEnumConstants()).map(Code::code).toList());
        }
    }

    Predicate<Cell> cells() {
        Predicate<Cell> here = cell -> country == null || cell.country().equals(country);
        return here.and(cell -> level == null || cell.kind().level() == level)
                .and(cell -> dimension == null || cell.kind().dimension() == dimension)
                .and(cell -> category == null || cell.kind().category().equals(category))
                .and(cell -> cover == null || cell.cover() == cover);
    }

    /** Levels and dimensions without any offer; the filters of category and cover don't apply. */
    List<Pair> missingPairs(CoverageMap map) {
        List<Cell> here = map.cells(cell -> country == null || cell.country().equals(country));
        return CoverageMap.missingPairs(here).stream()
                .filter(pair -> level == null || pair.level() == level)
                .filter(pair -> dimension == null || pair.dimension() == dimension)
                .toList();
    }
}
