package org.puente.reception.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.puente.platform.pdf.PdfFont;
import org.puente.platform.pdf.PdfSheet;

/**
 * The certificate as a PDF of one page, in Spanish. Above the line is what counters are shown; below
 * it is the person's status code, to be cut off: with the birth date on the upper part it would show
 * everybody the person's case.
 */
final class CertificatePdf {
    private static final Locale SPANISH = Locale.of("es");
    private static final String TITLE = "Constancia de Repatriación";

    private static final PDRectangle LETTER = PDRectangle.LETTER;
    private static final float MARGIN = 54;
    private static final float WIDTH = LETTER.getWidth() - 2 * MARGIN;
    private static final float QR = 165;
    private static final float QR_LEFT = LETTER.getWidth() - MARGIN - QR;
    private static final float QR_BOTTOM = 380;
    private static final float COLUMN = WIDTH - QR - 18;
    private static final float CUT = 205;

    private static final float TEXT = 10;
    private static final float LABEL = 9;
    private static final float VALUE = 14;
    private static final float SMALL_NAME = 8;
    private static final int NAME_LINES = 3;
    private static final float CODE = 30;

    private final Paper paper;

    private CertificatePdf(Paper paper) {
        this.paper = paper;
    }

    /** Takes some milliseconds of the processor; call it on a worker thread. */
    static byte[] of(Paper paper) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(TITLE);
            document.getDocumentCatalog().setLanguage(SPANISH.getLanguage());
            PDPage page = new PDPage(LETTER);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                PdfSheet sheet = new PdfSheet(content, PdfFont.in(document), LETTER.getHeight() - MARGIN);
                CertificatePdf certificate = new CertificatePdf(paper);
                new QrCode(paper.statement()).draw(content, QR_LEFT, QR_BOTTOM, QR);
                certificate.upper(sheet);
                certificate.lower(sheet);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void upper(PdfSheet sheet) throws IOException {
        PrintedData data = paper.data();
        sheet.write(data.institution(), VALUE, LABEL, 2, MARGIN, WIDTH);
        text(sheet, Countries.spanish(data.country()).orElse(""));
        sheet.skip(18);
        sheet.write(TITLE, 24, MARGIN, WIDTH);
        sheet.skip(8);
        text(sheet, "Se hace constar que la persona aquí nombrada retornó en la fecha y por el lugar que se indican.");
        sheet.skip(10);
        label(sheet, "Nombre");
        sheet.write(name(data), VALUE + 2, SMALL_NAME, NAME_LINES, MARGIN, COLUMN);
        if (data.birthDate() != null) {
            field(sheet, "Fecha de nacimiento", day(data.birthDate()));
        }
        field(sheet, "Fecha de retorno", day(paper.returnedOn()));
        field(sheet, "Lugar de recepción", data.point());
        field(sheet, "Válida hasta", day(paper.validUntil()));
        field(sheet, "Código de la constancia", paper.code());
        sheet.moveTo(QR_BOTTOM - 50);
        sheet.write(
                "Para comprobarla: " + page("certificate")
                        + " dice, con el código de la constancia, si es válida. Sin internet, el código QR contiene la"
                        + " firma electrónica de quien la emite, con iniciales, fecha de retorno y vencimiento.",
                LABEL,
                MARGIN,
                WIDTH);
    }

    private void lower(PdfSheet sheet) throws IOException {
        sheet.moveTo(CUT);
        sheet.cut(MARGIN, LETTER.getWidth() - MARGIN);
        text(sheet, "Corte aquí. Esta parte es solo para usted: no la entregue ni la muestre.");
        sheet.skip(10);
        label(sheet, "Su código de consulta");
        if (paper.statusCode() == null) {
            text(sheet, "Ya no puede imprimirse. Si lo perdió, pida uno nuevo en el centro que le recibió.");
        } else {
            sheet.write(paper.statusCode(), CODE, MARGIN, WIDTH);
            sheet.skip(6);
            text(
                    sheet,
                    "Con este código y su año de nacimiento puede ver en " + page("status")
                            + " qué pasó con su caso. Guárdelo bien.");
        }
    }

    /** The address of a page, where the node's operators have set one. */
    private String page(String path) {
        return paper.address() == null ? "la página de la institución" : paper.address() + "/" + path;
    }

    private static String name(PrintedData data) {
        return Stream.of(data.givenNames(), data.familyNames())
                .filter(name -> name != null)
                .collect(Collectors.joining(" "));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(SPANISH)
                .format(day);
    }

    private static void field(PdfSheet sheet, String label, String value) throws IOException {
        sheet.skip(6);
        label(sheet, label);
        sheet.write(value, VALUE, TEXT, 2, MARGIN, COLUMN);
    }

    private static void label(PdfSheet sheet, String text) throws IOException {
        sheet.write(text, LABEL, MARGIN, COLUMN);
    }

    private static void text(PdfSheet sheet, String text) throws IOException {
        sheet.write(text, TEXT, MARGIN, WIDTH);
    }
}
