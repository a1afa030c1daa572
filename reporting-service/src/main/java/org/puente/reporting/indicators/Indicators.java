package org.puente.reporting.indicators;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.DatabaseTimeout;

/** Computes indicators from the projections of facts; small cells are withheld here, not later. */
@ApplicationScoped
class Indicators {
    private static final String UNKNOWN = "unknown";
    private static final int DECIMALS = 4;

    @ConfigProperty(name = "puente.statistics.smallest-shown")
    int smallestShown;

    private final Pool database;
    private final DatabaseTimeout deadline;

    Indicators(Pool database, DatabaseTimeout deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    int smallestShown() {
        return smallestShown;
    }

    /**
     * The cells of an indicator that anybody is in, in the order of their breakdown. Without a
     * breakdown a count of 0 is a cell too; a median or share of nothing is none.
     *
     * @param node null for all
     */
    Uni<List<Cell>> cells(Indicator indicator, Period period, String node, List<Breakdown> by) {
        return deadline.of(database.preparedQuery(sql(indicator, by))
                .execute(Tuple.of(period.from(), period.to(), node))
                .map(rows -> cells(rows, by)));
    }

    /** The query is made of constants alone: breakdowns come from the indicator's own list. */
    private static String sql(Indicator indicator, List<Breakdown> by) {
        String columns = by.stream()
                .map(one -> "coalesce(" + one.sql() + ", '" + UNKNOWN + "'), ")
                .collect(Collectors.joining());
        String places =
                IntStream.rangeClosed(1, by.size()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return "select "
                + columns
                + indicator.countedRows().people()
                + ", "
                + indicator.measure()
                + indicator.countedRows().from(by)
                + (by.isEmpty() ? "" : " group by " + places + " order by " + places);
    }

    private List<Cell> cells(RowSet<Row> rows, List<Breakdown> by) {
        List<Cell> cells = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Object value = row.getValue(by.size() + 1);
            if (value == null) {
                continue; // the median or share of nothing
            }
            Map<String, String> breakdown = new LinkedHashMap<>();
            for (int i = 0; i < by.size(); i++) {
                breakdown.put(by.get(i).name(), row.getString(i));
            }
            cells.add(Cell.of(breakdown, number(value), row.getLong(by.size()), smallestShown));
        }
        return cells;
    }

    private static Number number(Object value) {
        return value instanceof Long count
                ? count
                : new BigDecimal(value.toString())
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
