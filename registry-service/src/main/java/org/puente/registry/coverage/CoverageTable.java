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
 * The map, or the part of it that is asked for.
 *
 * @param withRestricted whether restricted offers of all institutions count; where not, only the
 *     caller's own do, and what is shown as a gap may have one
 * @param nowhere levels and dimensions of which nothing at all is offered in the part of the
 *     territory that is asked for
 * @param offers those that stand in the cells, each once
 */
record CoverageTable(
        Instant asOf, boolean withRestricted, Count count, List<Pair> nowhere, List<Row> cells, List<Offer> offers) {

    /** How many cells there are of each cover. */
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
     * @param areaName null if it isn't known
     * @param offers active offers that cover the area
     * @param overlapping those of them that one and the same person could be referred to
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
     * @param assuredOn null if nobody has ever assured it
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
