package org.puente.reception.returns.batches;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a part of a workbook for cells that no desk has and that cost the reader of workbooks much more than
 * their bytes: it holds a list as long as a cell's column, makes a number of any digits, and works a formula out for
 * each cell that shares it.
 */
final class WorkbookXml {
    /** The last column of a sheet is XFD (ISO/IEC 29500). */
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 32_767; // of a cell, in Excel
    private static final int LONGEST_FORMULA = 1_000;
    private static final int MAX_ARRAY_FORMULAS = 20;
    private static final XMLInputFactory XML = factory();

    private boolean number;
    private int arrays;

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
     */
    boolean sound(InputStream part) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && !sound(reader)) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    private boolean sound(XMLStreamReader reader) throws XMLStreamException {
        return switch (reader.getLocalName()) {
            case "c" -> cell(reader);
            case "v" -> shorter(reader, number ? LONGEST_NUMBER : LONGEST_TEXT);
            case "f" -> formula(reader);
            default -> true;
        };
    }

    private boolean cell(XMLStreamReader reader) {
        String kind = reader.getAttributeValue(null, "t");
        String place = reader.getAttributeValue(null, "r");
        number = kind == null || kind.equals("n");
        return place == null || PLACE.matcher(place).matches();
    }

    private boolean formula(XMLStreamReader reader) throws XMLStreamException {
        if ("array".equals(reader.getAttributeValue(null, "t"))) {
            arrays++;
        }
        return arrays <= MAX_ARRAY_FORMULAS && shorter(reader, LONGEST_FORMULA);
    }

    /** Whether the text of an element that has no other elements is of this length at most. */
    private static boolean shorter(XMLStreamReader reader, int longest) throws XMLStreamException {
        int length = 0;
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                return false;
            }
            length += reader.isCharacters() ? reader.getTextLength() : 0;
            if (length > longest) {
                return false;
            }
        }
        return true;
    }
}
