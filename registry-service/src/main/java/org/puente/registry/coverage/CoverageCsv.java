package org.puente.registry.coverage;

import java.util.List;
import java.util.stream.Collectors;
import org.puente.contracts.OfferId;

/**
 * The map as comma-separated values (RFC 4180). All values are codes and slugs, or names from our
 * own list of subdivisions. No value needs quotes, and no value can be read as a formula.
 */
final class CoverageCsv {
    private static final String END = "\r\n";
    private static final String HEAD = "country,area,area_name,level,dimension,category,cover,offers,overlapping";

    private CoverageCsv() {}

    static String text(CoverageTable table) {
        return HEAD + END + table.cells().stream().map(CoverageCsv::line).collect(Collectors.joining());
    }

    private static String line(CoverageTable.Row row) {
        return String.join(
                        ",",
                        row.country(),
                        row.area(),
                        row.areaName() == null ? "" : row.areaName(),
                        row.level().code(),
                        row.dimension().code(),
                        row.category(),
                        row.cover().code(),
                        joined(row.offers()),
                        joined(row.overlapping()))
                + END;
    }

    private static String joined(List<OfferId> offers) {
        return offers.stream().map(OfferId::value).collect(Collectors.joining(" "));
    }
}
