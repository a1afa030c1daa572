package org.puente.registry.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Level;
import org.puente.contracts.OfferId;
import org.puente.contracts.Sex;
import org.puente.registry.coverage.CoverageMap.Pair;

class CoverageMapTest {

    @Test
    void showsAGapWhereNobodyOffersWhatOthersHave() {
        assertThat(cells(Services.employment("a", "SV-SA")))
                .extracting(Cell::area, Cell::cover)
                .containsExactly(
                        tuple("HND", Cover.GAP),
                        tuple("SV-AH", Cover.GAP),
                        tuple("SV-SA", Cover.COVERED),
                        tuple("SV-SS", Cover.GAP));
    }

    @Test
    void takesAnOfferForACountryAsOneForEachOfItsParts() {
        assertThat(cells(Services.employment("a", "SLV")))
                .filteredOn(cell -> cell.cover() == Cover.COVERED)
                .extracting(Cell::area)
                .containsExactly("SV-AH", "SV-SA", "SV-SS");
    }

    @Test
    void namesTheOffersThatOverlap() {
        Cell cell = at("SV-SA", cells(Services.employment("a", "SLV"), Services.employment("b", "SV-SA")));
        assertThat(cell.cover()).isEqualTo(Cover.OVERLAP);
        assertThat(cell.overlapping())
                .extracting(OfferPublished::offerId)
                .containsExactly(new OfferId("slv-a"), new OfferId("slv-b"));
    }

    @Test
    void doesNotTakeAnOfferThatNamesACountryAndAPartOfItForTwo() {
        assertThat(at("SV-SA", cells(Services.employment("a", "SLV", "SV-SA"))).cover())
                .isEqualTo(Cover.COVERED);
    }

    @Test
    void doesNotTakeOffersOfDifferentCategoriesForTheSame() {
        assertThat(cells(Services.employment("a", "SLV"), Services.of("b", "health", "SLV")))
                .noneMatch(cell -> cell.cover() == Cover.OVERLAP);
    }

    @Test
    void doesNotCallItAnOverlapWhereNobodyIsEligibleForBoth() {
        assertThat(at("SV-SA", cells(forSex("a", Sex.FEMALE), forSex("b", Sex.MALE)))
                        .cover())
                .isEqualTo(Cover.COVERED);
    }

    @Test
    void leavesOutOfAnOverlapWhoSharesPeopleWithNobody() {
        Cell cell = at(
                "SV-SA",
                cells(forSex("women", Sex.FEMALE), forSex("men", Sex.MALE), forSex("other-women", Sex.FEMALE)));
        assertThat(cell.overlapping())
                .extracting(OfferPublished::offerId)
                .containsExactly(new OfferId("slv-women"), new OfferId("slv-other-women"));
    }

    @Test
    void takesAPausedOfferForAGap() {
        OfferPublished paused = Services.of("a", "employment", Eligibility.ANYONE, DirectoryStatus.PAUSED, "SV-SA");
        assertThat(at("SV-SA", cells(paused)).cover()).isEqualTo(Cover.GAP);
    }

    @Test
    void showsAnAreaOutsideOfTheTerritoryOnlyWhereSomethingIsOffered() {
        assertThat(cells(Services.employment("a", "USA"), Services.of("b", "health", "SLV")))
                .filteredOn(cell -> cell.area().equals("USA"))
                .extracting(cell -> cell.kind().category(), Cell::cover)
                .containsExactly(tuple("employment", Cover.COVERED));
    }

    @Test
    void namesLevelsAndDimensionsOfWhichNothingIsOffered() {
        assertThat(CoverageMap.missingPairs(cells(Services.employment("a", "SV-SA"))))
                .hasSize(8)
                .doesNotContain(new Pair(Level.COMMUNITY, Dimension.ECONOMIC));
    }

    private static OfferPublished forSex(String id, Sex sex) {
        return Services.of(id, "employment", Services.only(sex), DirectoryStatus.ACTIVE, "SV-SA");
    }

    private static List<Cell> cells(OfferPublished... offers) {
        return CoverageMap.of(List.of(offers), Services.TERRITORY).cells(cell -> true);
    }

    private static Cell at(String area, List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.area().equals(area))
                .findFirst()
                .orElseThrow();
    }
}
