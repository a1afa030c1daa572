package org.puente.reception.certificates;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A QR code (ISO/IEC 18004) that is drawn as rectangles, so that it is sharp at every size. */
final class QrCode {
    /** 15 % of it may be damaged: paper is folded. */
    private static final ErrorCorrectionLevel LEVEL = ErrorCorrectionLevel.M;

    /** Modules left empty at each side, as the standard demands. */
    static final int QUIET = 4;

    private final ByteMatrix modules;

    /**
     * @param text ASCII, at most 600 characters
     */
    QrCode(String text) {
        try {
            modules = Encoder.encode(text, LEVEL, Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** Number of modules of a side, without the quiet zone. */
    int side() {
        return modules.getWidth();
    }

    /**
     * Draws it with its quiet zone, which is left as it is.
     *
     * @param x left edge, in points
     * @param y lower edge, in points
     * @param size of a side, in points
     */
    void draw(PDPageContentStream page, float x, float y, float size) throws IOException {
        float module = size / (side() + 2 * QUIET);
        for (int row = 0; row < side(); row++) {
            float bottom = y + size - (QUIET + row + 1) * module;
            for (int from = 0; from < side(); from++) {
                int to = from;
                while (to < side() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    page.addRect(x + (QUIET + from) * module, bottom, (to - from) * module, module);
                    from = to;
                }
            }
        }
        page.fill();
    }
}
