package org.puente.platform.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A page that is written from top to bottom. */
public final class PdfSheet {
    private static final float LEADING = 1.3f;

    private final PDPageContentStream page;
    private final PdfFont font;
    private float y;

    /**
     * @param top where the first line begins, in points from the lower edge
     */
    public PdfSheet(PDPageContentStream page, PdfFont font, float top) {
        this.page = page;
        this.font = font;
        this.y = top;
    }

    /** Writes a text into a column, and goes on below it. */
    public void write(String text, float size, float x, float width) throws IOException {
        write(PdfLines.of(font, text, size, width), size, x);
    }

    /** As {@link #write(String, float, float, float)}, smaller where it needs more than so many lines. */
    public void write(String text, float size, float smallest, int lines, float x, float width) throws IOException {
        float fitting = size;
        while (fitting > smallest && PdfLines.of(font, text, fitting, width).size() > lines) {
            fitting--;
        }
        write(text, fitting, x, width);
    }

    private void write(List<String> lines, float size, float x) throws IOException {
        for (String line : lines) {
            y -= size * LEADING;
            page.beginText();
            page.setFont(font.font(), size);
            page.newLineAtOffset(x, y);
            page.showText(line);
            page.endText();
        }
    }

    /** Leaves room. */
    public void skip(float points) {
        y -= points;
    }

    /** Goes on at a height, if it is not below it already. */
    public void moveTo(float height) {
        y = Math.min(y, height);
    }

    /** A dashed line across the page, where it is cut. */
    public void cut(float from, float to) throws IOException {
        page.setLineDashPattern(new float[] {4, 4}, 0);
        page.moveTo(from, y);
        page.lineTo(to, y);
        page.stroke();
    }
}
