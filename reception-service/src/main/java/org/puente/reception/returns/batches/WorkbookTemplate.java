package org.puente.reception.returns.batches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ListDataValidation;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.codes.CodeList;

/**
 * The empty spreadsheet of a batch: a sheet for the rows, whose cells offer the codes, a sheet with what each code
 * means, and one with what each column means, in Spanish and English.
 */
final class WorkbookTemplate {
    private static final Locale SPANISH = Locale.of("es");
    private static final int LAST_ROW = 10_000;
    private static final double WIDE = 22;
    private static final double VERY_WIDE = 60;

    /** Keeps a spreadsheet from making numbers or days of what is typed. */
    private static final String AS_TEXT = "@";

    /** Lists that are not complete: other codes are taken too. */
    private static final Set<CodeList> OPEN = Set.of(CodeList.CATEGORY, CodeList.LANGUAGE);

    private final List<String> receptionPoints;
    private final Map<CodeList, Range> lists = new EnumMap<>(CodeList.class);

    private WorkbookTemplate(List<String> receptionPoints) {
        this.receptionPoints = receptionPoints;
    }

    /**
     * @param receptionPoints of the institution that the template is for
     */
    static byte[] of(List<String> receptionPoints) {
        return new WorkbookTemplate(receptionPoints).bytes();
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Puente", "1.0")) {
            Worksheet rows = workbook.newWorksheet(WorkbookTable.SHEET);
            codes(workbook.newWorksheet("codes"));
            columns(workbook.newWorksheet("columns"));
            rows(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void rows(Worksheet sheet) {
        int number = 0;
        for (Column column : Column.BY_NAME.values()) {
            heading(sheet, number, column.name());
            sheet.width(number, WIDE);
            sheet.style(number).format(AS_TEXT).set();
            if (column.codes() != null && lists.containsKey(column.codes())) {
                offer(sheet.range(1, number, LAST_ROW, number).validateWithList(lists.get(column.codes())), column);
            }
            number++;
        }
        sheet.freezePane(1, 1);
    }

    /** A column that takes several codes, or more than those that are listed, doesn't insist on one of them. */
    private static void offer(ListDataValidation validation, Column column) {
        boolean strict = column.kind() != Column.Kind.LIST && !OPEN.contains(column.codes());
        validation
                .allowBlank(true)
                .showDropdown(true)
                .showErrorMessage(strict)
                .errorStyle(strict ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.INFORMATION)
                .errorTitle(column.name())
                .error(Texts.of(SPANISH, "template-choose") + " / " + Texts.of(Locale.ENGLISH, "template-choose"));
    }

    private void codes(Worksheet sheet) {
        headings(sheet, "column", "code", "español", "English");
        int row = 1;
        for (CodeList list : listed()) {
            List<String> codes = list == CodeList.RECEPTION_POINT ? receptionPoints : list.codes();
            int first = row;
            for (String code : codes) {
                sheet.value(row, 0, columnsOf(list));
                sheet.value(row, 1, code);
                sheet.value(row, 2, list.label(code, SPANISH));
                sheet.value(row, 3, list.label(code, Locale.ENGLISH));
                row++;
            }
            if (row > first) {
                lists.put(list, sheet.range(first, 1, row - 1, 1));
            }
        }
    }

    /** The lists that some column takes codes of. */
    private static List<CodeList> listed() {
        return Stream.of(CodeList.values())
                .filter(list -> !columnsOf(list).isEmpty())
                .toList();
    }

    private static String columnsOf(CodeList list) {
        return String.join(
                ", ",
                Column.BY_NAME.values().stream()
                        .filter(column -> column.codes() == list)
                        .map(Column::name)
                        .toList());
    }

    private static void columns(Worksheet sheet) {
        headings(sheet, "column", "español", "English");
        int row = 1;
        for (Column column : Column.BY_NAME.values()) {
            String text = "column-" + column.name().replaceAll("[0-9]", "");
            sheet.value(row, 0, column.name());
            sheet.value(row, 1, Texts.of(SPANISH, text));
            sheet.value(row, 2, Texts.of(Locale.ENGLISH, text));
            row++;
        }
        sheet.width(1, VERY_WIDE);
        sheet.width(2, VERY_WIDE);
    }

    private static void headings(Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            heading(sheet, i, names[i]);
            sheet.width(i, WIDE);
        }
        sheet.freezePane(0, 1);
    }

    private static void heading(Worksheet sheet, int column, String name) {
        sheet.value(0, column, name);
        sheet.style(0, column).bold().set();
    }
}
