package org.puente.registry.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.puente.contracts.Countries;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Level;

/**
 * The offers by area and kind: a pure function of offers and territory. There is a cell for every
 * area of the territory and every kind of service in the region, so that an area also shows what it
 * lacks. There are further cells for other areas that an offer covers.
 */
final class CoverageMap {
    private final List<Cell> cells;

    private record CellKey(String country, String area, Kind kind) {}

    private static final Comparator<CellKey> ORDER =
            Comparator.comparing(CellKey::country).thenComparing(CellKey::area).thenComparing(CellKey::kind);

    private CoverageMap(List<Cell> cells) {
        this.cells = cells;
    }

    /**
     * @param offers of the region; a paused offer adds its kind to the map, but covers no area
     */
    static CoverageMap of(List<OfferPublished> offers, Territory territory) {
        Map<CellKey, List<OfferPublished>> byCell = new TreeMap<>(ORDER);
        for (Kind kind : kinds(offers)) {
            territory.all().forEach(area -> byCell.put(key(area, kind), new ArrayList<>()));
        }
        for (OfferPublished offer : offers) {
            if (offer.status() == DirectoryStatus.ACTIVE) {
                areas(offer, territory)
                        .forEach(area -> byCell.computeIfAbsent(key(area, Kind.of(offer)), key -> new ArrayList<>())
                                .add(offer));
            }
        }
        List<Cell> cells = new ArrayList<>();
        byCell.forEach((key, here) -> cells.add(cell(key, here)));
        return new CoverageMap(cells);
    }

    private static SortedSet<Kind> kinds(List<OfferPublished> offers) {
        SortedSet<Kind> kinds = new TreeSet<>();
        offers.forEach(offer -> kinds.add(Kind.of(offer)));
        return kinds;
    }

    /** Each area once: an offer may name a country and a part of that country. */
    private static SortedSet<String> areas(OfferPublished offer, Territory territory) {
        SortedSet<String> areas = new TreeSet<>();
        offer.coverage().forEach(area -> areas.addAll(territory.within(area)));
        return areas;
    }

    private static CellKey key(String area, Kind kind) {
        return new CellKey(Countries.of(area), area, kind);
    }

    private static Cell cell(CellKey key, List<OfferPublished> here) {
        List<OfferPublished> overlapping =
                here.stream().filter(offer -> sharesPeople(offer, here)).toList();
        return new Cell(key.country(), key.area(), key.kind(), here, overlapping);
    }

    private static boolean sharesPeople(OfferPublished offer, List<OfferPublished> here) {
        return here.stream()
                .anyMatch(other -> other != offer && Clientele.isShared(offer.eligibility(), other.eligibility()));
    }

    List<Cell> cells(Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).toList();
    }

    /** A level and a dimension without any offer, in any category. */
    record Pair(Level level, Dimension dimension) {}

    static List<Pair> missingPairs(List<Cell> cells) {
        List<Pair> missing = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Dimension dimension : Dimension.values()) {
                Predicate<Cell> fits = cell -> cell.kind().level() == level
                        && cell.kind().dimension() == dimension
                        && cell.cover() != Cover.GAP;
                if (cells.stream().noneMatch(fits)) {
                    missing.add(new Pair(level, dimension));
                }
            }
        }
        return missing;
    }
}
