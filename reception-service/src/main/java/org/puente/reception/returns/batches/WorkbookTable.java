package org.puente.reception.returns.batches;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * The sheet {@code returns} of an XLSX workbook (ISO/IEC 29500), or else its first sheet. What a formula computed is
 * taken as text; nothing is computed here.
 */
final class WorkbookTable implements Table {
    static final String SHEET = "returns";

    /** The day that workbooks count from; they take 1900 for a leap year. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Of workbooks made on old Macintosh computers. */
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(100_000);

    private final LocalDate dayZero;
    private final Iterator<Row> rows;
    private int number;

    /**
     * @param workbook was checked by {@link WorkbookLimits}
     */
    WorkbookTable(byte[] workbook) throws IOException {
        WorkbookLimits.check(workbook);
        try {
            ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(workbook));
            dayZero = opened.isDate1904() ? DAY_ZERO_1904 : DAY_ZERO;
            rows = opened.findSheet(SHEET)
                    .orElseGet(opened::getFirstSheet)
                    .openStream()
                    .iterator();
        } catch (RuntimeException | IOException e) {
            throw broken();
        }
    }

    @Override
    public List<String> next(IntPredicate isDay) {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            number = row.getRowNum();
            int last = lastCell(row);
            if (last >= MAX_COLUMNS) {
                throw broken();
            }
            List<String> cells = new ArrayList<>(Collections.nCopies(last + 1, ""));
            for (Cell cell : row) {
                if (cell != null && cell.getColumnIndex() <= last) {
                    cells.set(cell.getColumnIndex(), text(cell, isDay));
                }
            }
            return cells;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken();
        }
    }

    /** The last cell that holds something: formatted empty cells may follow, up to the last of the sheet. */
    private static int lastCell(Row row) {
        int last = -1;
        for (Cell cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                last = Math.max(last, cell.getColumnIndex());
            }
        }
        return last;
    }

    private String text(Cell cell, IntPredicate isDay) {
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(raw.equals("1") || raw.equalsIgnoreCase("true"));
        }
        return cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA
                ? number(raw.strip(), isDay.test(cell.getColumnIndex()))
                : raw.strip();
    }

    /** A number without exponent, or the day that it stands for; any other text as it is. */
    private String number(String raw, boolean day) {
        try {
            BigDecimal value = new BigDecimal(raw);
            if (raw.length() > 40 || Math.abs(value.scale()) > 40) {
                return raw;
            }
            boolean inRange = value.signum() > 0 && value.compareTo(LAST_DAY) < 0;
            return day && inRange
                    ? dayZero.plusDays(value.longValue()).toString()
                    : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    @Override
    public int number() {
        return number;
    }

    private static ProblemException broken() {
        return ProblemException.of(ProblemKind.INVALID, "batch-workbook-broken");
    }
}
