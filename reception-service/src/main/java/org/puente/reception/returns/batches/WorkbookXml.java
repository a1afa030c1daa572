package org.puente.reception.returns.batches;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Looks through a part of a workbook for cells that no desk has and that cost the reader of workbooks much more than
 * their bytes: it holds a row whole, with a list as long as a cell's column, makes a number of any digits, works a formula
 * out for each cell that shares it, and makes texts up to the one that a cell names, also where there are none.
 */
final class WorkbookXml {
    /** The last column of a sheet is XFD (ISO/IEC 29500). */
    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    /** Far more than a batch may have, since empty rows count for nothing there. */
    private static final int MAX_ROWS = 100_000;

    /** A batch has 10 000 rows. */
    private static final int MAX_SHARED_TEXTS = 10_000 * Table.MAX_COLUMNS;

    /** What the reader holds in memory stands in parts of their own, which are smaller. */
    private static final Set<String> NOT_IN_SHEETS = Set.of("si", "xf", "sheet");

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 32_767; // of a cell, in Excel
    private static final int LONGEST_FORMULA = 1_000;
    private static final int MAX_ARRAY_FORMULAS = 20;
    private static final int MAX_SHARED_FORMULAS = 10_000;
    private static final XMLInputFactory XML = factory();

    private final boolean sheet;
    private String kind = "str"; // of the cell; a chart has values too, and no cells
    private int rows;
    private int open; // rows, one in another; the reader takes them for one
    private int cells; // of the row
    private int length; // of the cell's text, outside its value
    private int arrays;
    private int shared;

    /**
     * @param sheet whether the part may be as long as sheets are
     */
    WorkbookXml(boolean sheet) {
        this.sheet = sheet;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Whether a part that begins with this byte, blanks left out, may be XML: {@code <} or a mark of its encoding. */
    static boolean begins(int first) {
        return first == '<' || first == 0 || first == 0xEF || first == 0xFE || first == 0xFF;
    }

    /**
     * @return whether the part is well-formed, and each cell may be read
     * @throws ProblemException too large if it has more cells than a form of ours
     */
    boolean sound(InputStream part) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (!sound(reader, reader.next())) {
                    return false;
                }
            }
            return true;
        } catch (ProblemException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    private boolean sound(XMLStreamReader reader, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            return begin(reader);
        }
        if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
            open--;
        } else if (open > 0 && reader.hasText()) {
            length += reader.getTextLength();
        }
        return length <= LONGEST_TEXT;
    }

    private boolean begin(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        return switch (name) {
            case "row" -> row();
            case "c" -> cell(reader);
            case "v" -> value(reader);
            case "f" -> formula(reader);
            default -> !sheet || !NOT_IN_SHEETS.contains(name);
        };
    }

    private boolean row() {
        if (++rows > MAX_ROWS) {
            throw tooManyCells();
        }
        if (open++ == 0) {
            cells = 0;
            length = 0;
        }
        return true;
    }

    private boolean cell(XMLStreamReader reader) {
        kind = Objects.requireNonNullElse(reader.getAttributeValue(null, "t"), "n");
        length = 0;
        if (open > 0 && ++cells > Table.MAX_COLUMNS) {
            throw tooManyCells();
        }
        String place = reader.getAttributeValue(null, "r");
        Matcher matcher = PLACE.matcher(place == null ? "A1" : place);
        if (!matcher.matches()) {
            return false;
        }
        if (open > 0 && column(matcher.group(1)) > Table.MAX_COLUMNS) {
            throw tooManyCells();
        }
        return true;
    }

    /** A is 1, AA is 27. */
    private static int column(String letters) {
        return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1);
    }

    private boolean value(XMLStreamReader reader) throws XMLStreamException {
        boolean number = kind.equals("n") || kind.equals("s");
        String value = shorter(reader, number ? LONGEST_NUMBER : LONGEST_TEXT);
        boolean sharesText = kind.equals("s") && value != null && !value.isEmpty();
        return value != null && (!sharesText || Integer.parseInt(value) < MAX_SHARED_TEXTS);
    }

    private boolean formula(XMLStreamReader reader) throws XMLStreamException {
        String of = reader.getAttributeValue(null, "t");
        if ("array".equals(of)) {
            arrays++;
        } else if ("shared".equals(of) && reader.getAttributeValue(null, "ref") != null) {
            shared++;
        }
        return arrays <= MAX_ARRAY_FORMULAS
                && shared <= MAX_SHARED_FORMULAS
                && shorter(reader, LONGEST_FORMULA) != null;
    }

    private static ProblemException tooManyCells() {
        return ProblemException.of(ProblemKind.TOO_LARGE, "batch-workbook-too-many-cells", Table.MAX_COLUMNS, MAX_ROWS);
    }

    /** The text of an element; null if it is longer than this, or there are other elements in it. */
    private static String shorter(XMLStreamReader reader, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                return null;
            }
            if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
                if (text.length() + reader.getTextLength() > longest) {
                    return null;
                }
                text.append(reader.getText());
            }
        }
        return text.toString();
    }
}
