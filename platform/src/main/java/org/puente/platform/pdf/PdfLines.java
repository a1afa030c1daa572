package org.puente.platform.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into the lines of a column: between words, and within a word that is too long for a line. */
public final class PdfLines {
    private final PdfFont font;
    private final float size;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private PdfLines(PdfFont font, float size, float width) {
        this.font = font;
        this.size = size;
        this.width = width;
    }

    /**
     * @param text as it was entered
     * @param size of the font, in points
     * @param width of the column, in points
     * @return printable lines
     */
    public static List<String> of(PdfFont font, String text, float size, float width) throws IOException {
        PdfLines lines = new PdfLines(font, size, width);
        for (String word : text.split("\\s+")) {
            lines.add(word);
        }
        lines.lines.add(lines.line);
        return lines.lines.stream().map(font::printable).toList();
    }

    private void add(String word) throws IOException {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (fits(longer)) {
            line = longer;
            return;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        line = "";
        for (int c : word.codePoints().toArray()) {
            String more = line + Character.toString(c);
            if (!line.isEmpty() && !fits(more)) {
                lines.add(line);
                more = Character.toString(c);
            }
            line = more;
        }
    }

    private boolean fits(String text) throws IOException {
        return font.width(font.printable(text), size) <= width;
    }
}
