package org.puente.registry.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.registry.coverage.CoverageMap.Pair;
import org.puente.registry.directory.Assurance;

/**
 * The map, or the requested part of it.
 *
 * @param withRestricted whether restricted offers of all institutions count; if not, only the
 *     caller's own count, and a gap may hide a restricted offer
 * @param nowhere levels and dimensions without any offer in the requested part of the territory
 * @param offers the offers of the cells, each once
 */
record CoverageTable(
        Instant asOf, boolean withRestricted, Count count, List<Pair> nowhere, List<Row> cells, List<Offer> offers) {

    /** The number of cells of each cover. */
    record Count(long gap, long covered, long overlap) {
        private static Count of(List<Row> rows) {
            return new Count(count(rows, Cover.GAP), count(rows, Cover.COVERED), count(rows, Cover.OVERLAP));
        }

        private static long count(List<Row> rows, Cover cover) {
            return rows.stream().filter(row -> row.cover() == cover).count();
        }
    }

    /**
     * @param area ISO 3166-2, or ISO 3166-1 alpha-3 where no subdivision is known
     * @param areaName null if unknown
     * @param offers active offers that cover the area
     * @param overlapping the offers among them that share people with another offer
     */
    record Row(
            String country,
            String area,
            String areaName,
            Level level,
            Dimension dimension,
            String category,

            @Schema(enumeration = {"gap", "covered", "overlap"})
            Cover cover,

            List<OfferId> offers,
            List<OfferId> overlapping) {

        private static Row of(Cell cell, Territory territory) {
            return new Row(
                    cell.country(),
                    cell.area(),
                    territory.name(cell.area()).orElse(null),
                    cell.kind().level(),
                    cell.kind().dimension(),
                    cell.kind().category(),
                    cell.cover(),
                    ids(cell.offers()),
                    ids(cell.overlapping()));
        }

        private static List<OfferId> ids(List<OfferPublished> offers) {
            return offers.stream().map(OfferPublished::offerId).toList();
        }
    }

    /**
     * @param assuredOn null if nobody has ever assured the offer
     */
    record Offer(
            OfferId id,
            NodeId node,
            InstitutionId institution,
            LocalizedText name,
            boolean restricted,
            LocalDate assuredOn,
            boolean stale) {

        private static Offer of(OfferPublished offer, Assurance assurance) {
            return new Offer(
                    offer.offerId(),
                    offer.node(),
                    offer.institution(),
                    offer.name(),
                    offer.restricted(),
                    offer.assuredOn(),
                    assurance.stale(offer.assuredOn()));
        }
    }

    static CoverageTable of(
            CoverageMap map,
            CoverageFilter wanted,
            Territory territory,
            boolean withRestricted,
            Assurance assurance,
            Instant now) {
        List<Cell> cells = map.cells(wanted.cells());
        List<Row> rows = cells.stream().map(cell -> Row.of(cell, territory)).toList();
        Set<OfferPublished> offers = new LinkedHashSet<>();
        cells.forEach(cell -> offers.addAll(cell.offers()));
        return new CoverageTable(
                now,
                withRestricted,
                Count.of(rows),
                wanted.missingPairs(map),
                rows,
                offers.stream().map(offer -> Offer.of(offer, assurance)).toList());
    }
}
