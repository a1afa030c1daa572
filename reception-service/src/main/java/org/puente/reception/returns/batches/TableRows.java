package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * The rows of a table as forms of registrations. The first row names the columns. An unknown column is refused, since a
 * misspelt one would vanish.
 */
final class TableRows implements RowSource {
    private static final Set<String> YES = Set.of("true", "yes", "y", "sí", "si", "s", "1", "verdadero");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "falso");
    private static final int LONGEST_NAME = 60;

    /** The pointer of a value in an item of a list. */
    private static final Pattern ITEM = Pattern.compile("(.+)/([0-9])/[^/]+");

    private final Table table;
    private final List<Column> columns;

    /**
     * @throws ProblemException invalid that names the columns that are unknown, stand twice, or are missing
     */
    TableRows(Table table) throws IOException {
        this.table = table;
        this.columns = columns(table.next(column -> false));
    }

    private static List<Column> columns(List<String> names) {
        if (names == null) {
            return List.of();
        }
        List<String> named = new ArrayList<>(names);
        while (!named.isEmpty() && named.getLast().isBlank()) {
            named.removeLast();
        }
        List<FieldError> errors = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : named) {
            Column column = Column.BY_NAME.get(name);
            String pointer = "/" + name.substring(0, Math.min(name.length(), LONGEST_NAME));
            if (column == null) {
                errors.add(FieldError.of(pointer, "column-unknown", String.join(", ", Column.BY_NAME.keySet())));
            } else if (!seen.add(name)) {
                errors.add(FieldError.of(pointer, "column-twice"));
            }
            columns.add(column);
        }
        if (!named.isEmpty() && !seen.contains("key")) {
            errors.add(FieldError.of("/key", "column-missing"));
        }
        ProblemException.refuse(errors);
        return columns;
    }

    @Override
    public RawRow next() throws IOException {
        for (List<String> cells = cells(); cells != null; cells = cells()) {
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            boolean fits = cells.size() >= columns.size()
                    && cells.subList(columns.size(), cells.size()).stream().allMatch(String::isBlank);
            return fits ? row(cells) : RawRow.unreadable(table.number(), counted(cells));
        }
        return null;
    }

    /**
     * A workbook leaves out the empty cells at the end of a row. Excel does so in a file of values too, wherever the
     * last columns are empty in sixteen rows together. Others don't, so there a cell that a row needs is not made up.
     */
    private List<String> cells() throws IOException {
        List<String> cells = table.next(this::isDay);
        if (cells != null && (table instanceof WorkbookTable || mayEndAt(cells.size()))) {
            List<String> filled = new ArrayList<>(cells);
            while (filled.size() < columns.size()) {
                filled.add("");
            }
            return filled;
        }
        return cells;
    }

    private boolean mayEndAt(int count) {
        return count < columns.size()
                && columns.subList(count, columns.size()).stream().allMatch(Column::mayBeLeftOut);
    }

    private boolean isDay(int column) {
        return column < columns.size() && columns.get(column).kind() == Column.Kind.DAY;
    }

    private FieldError counted(List<String> cells) {
        return FieldError.of("", "row-column-count", String.valueOf(cells.size()), String.valueOf(columns.size()));
    }

    private RawRow row(List<String> cells) {
        ObjectNode form = Json.mapper().createObjectNode();
        Map<String, TreeSet<Integer>> items = items(cells);
        Map<String, String> placed = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isBlank()) {
                Column column = columns.get(i);
                placed.put(place(form, column, cells.get(i), items), column.name());
            }
        }
        return new RawRow(table.number(), form, placed, List.of());
    }

    /** Which items of each list the row has: its second document is the first of the form if there is no other. */
    private Map<String, TreeSet<Integer>> items(List<String> cells) {
        Map<String, TreeSet<Integer>> items = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Matcher item = ITEM.matcher(columns.get(i).pointer());
            if (!cells.get(i).isBlank() && item.matches()) {
                items.computeIfAbsent(item.group(1), first -> new TreeSet<>()).add(Integer.parseInt(item.group(2)));
            }
        }
        return items;
    }

    /**
     * Puts a value at its place in the form.
     *
     * @return where it is
     */
    private static String place(ObjectNode form, Column column, String text, Map<String, TreeSet<Integer>> items) {
        String pointer = column.pointer();
        Matcher item = ITEM.matcher(pointer);
        ObjectNode at = form;
        if (item.matches()) {
            String list = item.group(1);
            int index = items.get(list).headSet(Integer.parseInt(item.group(2))).size();
            ArrayNode all = object(form, list).withArrayProperty(name(list));
            while (all.size() <= index) {
                all.addObject();
            }
            at = (ObjectNode) all.get(index);
            pointer = list + "/" + index + "/" + name(pointer);
        } else {
            at = object(form, pointer);
        }
        set(at, name(pointer), column.kind(), text);
        return pointer;
    }

    /** The object that a value at the pointer is in. */
    private static ObjectNode object(ObjectNode form, String pointer) {
        ObjectNode at = form;
        String[] steps = pointer.split("/");
        for (int i = 1; i < steps.length - 1; i++) {
            at = at.withObjectProperty(steps[i]);
        }
        return at;
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static void set(ObjectNode at, String name, Column.Kind kind, String text) {
        switch (kind) {
            case LIST -> {
                ArrayNode items = at.putArray(name);
                for (String item : text.split("[\\s,;|]+")) {
                    if (!item.isEmpty()) {
                        items.add(item);
                    }
                }
            }
            case WHOLE_NUMBER -> {
                if (text.matches("-?[0-9]{1,6}")) {
                    at.put(name, Integer.parseInt(text));
                } else {
                    at.put(name, text); // refused as of the wrong type
                }
            }
            case YES_OR_NO -> {
                String word = text.toLowerCase(Locale.ROOT);
                if (YES.contains(word) || NO.contains(word)) {
                    at.put(name, YES.contains(word));
                } else {
                    at.put(name, text);
                }
            }
            case TEXT, DAY -> at.put(name, text);
        }
    }
}
