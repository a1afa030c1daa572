package org.puente.reporting.indicators;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.puente.platform.web.CsvFormat;

/**
 * A table of figures as comma-separated values (RFC 4180). All values are codes, slugs, dates and
 * numbers of this system, none of which needs quoting.
 */
final class Csv {
    private static final String END = "\r\n";

    private Csv() {}

    static Response response(IndicatorResource.Table table) {
        String name = table.indicator() + "-" + table.period() + ".csv";
        return Response.ok(text(table), CsvFormat.MEDIA_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** A withheld value is empty, and the last column is {@code true}. */
    static String text(IndicatorResource.Table table) {
        List<String> head = new ArrayList<>(List.of("indicator", "unit", "period", "area"));
        head.addAll(table.by());
        head.addAll(List.of("value", "suppressed"));
        return String.join(",", head)
                + END
                + table.rows().stream().map(cell -> line(table, cell) + END).collect(Collectors.joining());
    }

    private static String line(IndicatorResource.Table table, Cell cell) {
        List<String> line = new ArrayList<>(List.of(
                table.indicator(), table.unit(), table.period(), table.node() == null ? "region" : table.node()));
        table.by().forEach(name -> line.add(cell.breakdown().get(name)));
        line.add(cell.value() == null ? "" : cell.value().toString());
        line.add(String.valueOf(cell.suppressed()));
        return String.join(",", line);
    }
}
