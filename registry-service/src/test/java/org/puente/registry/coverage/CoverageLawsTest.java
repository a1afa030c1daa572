package org.puente.registry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Eligibility;
import org.puente.contracts.OfferId;
import org.puente.contracts.Sex;

/** What holds of the map whatever is offered. */
class CoverageLawsTest {
    private static final List<String> AREAS = List.of("SLV", "SV-AH", "SV-SA", "SV-SS", "HND");
    private static final List<String> CATEGORIES = List.of("employment", "health", "shelter");

    @Provide
    Arbitrary<List<OfferPublished>> offers() {
        return Arbitraries.randomValue(CoverageLawsTest::someOffers);
    }

    private static List<OfferPublished> someOffers(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> offer(i, random))
                .toList();
    }

    private static OfferPublished offer(int i, Random random) {
        List<Eligibility> conditions = List.of(
                Eligibility.ANYONE,
                Services.only(Sex.FEMALE),
                Services.only(Sex.MALE),
                Services.aged(null, 17),
                Services.aged(18, null));
        List<String> areas = new ArrayList<>(AREAS);
        Collections.shuffle(areas, random);
        return Services.of(
                "o" + i,
                CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                conditions.get(random.nextInt(conditions.size())),
                random.nextInt(4) == 0 ? DirectoryStatus.PAUSED : DirectoryStatus.ACTIVE,
                areas.subList(0, 1 + random.nextInt(3)).toArray(String[]::new));
    }

    @Property
    void everyAreaHasOneCellOfEveryKind(@ForAll("offers") List<OfferPublished> offers) {
        Set<List<Object>> places = new HashSet<>();
        List<Cell> cells = cells(offers);
        cells.forEach(cell -> places.add(List.of(cell.area(), cell.kind())));
        long kinds = offers.stream().map(Kind::of).distinct().count();
        assertThat(places).hasSameSizeAs(cells);
        assertThat((long) cells.size())
                .isEqualTo(kinds * Services.TERRITORY.all().size());
    }

    @Property
    void aCellIsAGapIfAndOnlyIfNoActiveOfferCoversIt(@ForAll("offers") List<OfferPublished> offers) {
        assertThat(cells(offers))
                .allSatisfy(cell -> assertThat(cell.cover() == Cover.GAP)
                        .isEqualTo(offers.stream().noneMatch(o -> covers(o, cell))));
    }

    private static boolean covers(OfferPublished offer, Cell cell) {
        return offer.status() == DirectoryStatus.ACTIVE
                && Kind.of(offer).equals(cell.kind())
                && (offer.coverage().contains(cell.area()) || offer.coverage().contains(cell.country()));
    }

    @Property
    void nobodyOverlapsAlone(@ForAll("offers") List<OfferPublished> offers) {
        assertThat(cells(offers))
                .allSatisfy(cell -> assertThat(cell.overlapping().size()).isNotEqualTo(1));
    }

    @Property
    void oneMoreOfferMakesNoGap(@ForAll("offers") List<OfferPublished> offers) {
        List<OfferPublished> fewer = offers.subList(0, Math.max(0, offers.size() - 1));
        Set<Kind> known = new HashSet<>(fewer.stream().map(Kind::of).toList());
        assertThat(gaps(fewer))
                .containsAll(gaps(offers).stream()
                        .filter(gap -> known.contains((Kind) gap.get(1)))
                        .toList());
    }

    @Property
    void theOrderOfTheOffersMakesNoDifference(@ForAll("offers") List<OfferPublished> offers, @ForAll Random random) {
        List<OfferPublished> shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, random);
        assertThat(contents(shuffled)).isEqualTo(contents(offers));
    }

    private static Set<List<Object>> gaps(List<OfferPublished> offers) {
        Set<List<Object>> gaps = new HashSet<>();
        cells(offers).stream()
                .filter(cell -> cell.cover() == Cover.GAP)
                .forEach(cell -> gaps.add(List.of(cell.area(), cell.kind())));
        return gaps;
    }

    private static List<List<Object>> contents(List<OfferPublished> offers) {
        return cells(offers).stream()
                .map(cell -> List.<Object>of(
                        cell.area(), cell.kind(), cell.cover(), ids(cell.offers()), ids(cell.overlapping())))
                .toList();
    }

    private static Set<OfferId> ids(List<OfferPublished> offers) {
        return new HashSet<>(offers.stream().map(OfferPublished::offerId).toList());
    }

    private static List<Cell> cells(List<OfferPublished> offers) {
        return CoverageMap.of(offers, Services.TERRITORY).cells(cell -> true);
    }
}
