package org.puente.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A text of any length on as many pages as it needs, letter size. */
public final class PdfPages implements AutoCloseable {
    private static final PDRectangle LETTER = PDRectangle.LETTER;
    private static final float MARGIN = 54;
    private static final float WIDTH = LETTER.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.3f;

    private final PDDocument document = new PDDocument();
    private final PdfFont font;
    private PDPageContentStream page;
    private float y;

    /**
     * @param title of the document
     * @param language of its text, as in ISO 639-1
     */
    public PdfPages(String title, String language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        font = PdfFont.in(document);
        turn();
    }

    /**
     * Writes a text, and goes on below it.
     *
     * @param size of the font, in points
     * @param indent from the left margin, in points
     */
    public void write(String text, float size, float indent) throws IOException {
        for (String line : PdfLines.of(font, text, size, WIDTH - indent)) {
            if (y - size * LEADING < MARGIN) {
                turn();
            }
            y -= size * LEADING;
            page.beginText();
            page.setFont(font.font(), size);
            page.newLineAtOffset(MARGIN + indent, y);
            page.showText(line);
            page.endText();
        }
    }

    /** Leaves room. */
    public void skip(float points) {
        y -= points;
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(LETTER);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = LETTER.getHeight() - MARGIN;
    }

    /** The document; nothing is written after it. */
    public byte[] bytes() throws IOException {
        page.close();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
