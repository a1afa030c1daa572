package org.puente.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a document: Liberation Sans, which comes with PDFBox (SIL Open Font License 1.1). It
 * has the letters of Spanish and of the Mayan orthographies. Only the glyphs in use are embedded.
 */
public final class PdfFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Stands for a character that the font lacks. */
    private static final int MISSING = '\u25a1';

    private static final int UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private PdfFont(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    public static PdfFont in(PDDocument document) throws IOException {
        try (InputStream file = PDType0Font.class.getResourceAsStream(FILE)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new PdfFont(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    public PDType0Font font() {
        return font;
    }

    /**
     * The text as it is drawn from left to right: with a square for each character that the font
     * lacks, a space for each control character, and what is read from right to left turned around.
     */
    public String printable(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> glyphs.getGlyphId(c) == 0 ? MISSING : c)
                .forEach(known::appendCodePoint);
        return visual(known.toString());
    }

    /** Runs of the Unicode bidirectional algorithm, in the order in which they are drawn. */
    private static String visual(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return text;
        }
        Integer[] runs = IntStream.range(0, bidi.getRunCount()).boxed().toArray(Integer[]::new);
        byte[] levels = new byte[runs.length];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder drawn = new StringBuilder();
        for (int run : runs) {
            StringBuilder part = new StringBuilder(text.substring(bidi.getRunStart(run), bidi.getRunLimit(run)));
            drawn.append(bidi.getRunLevel(run) % 2 == 1 ? part.reverse() : part);
        }
        return drawn.toString();
    }

    /**
     * @param printable as {@link #printable} gives it
     * @return in points
     */
    public float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / UNITS * size;
    }
}
