package org.puente.reception.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.pdf.PdfFont;

class CertificatePdfTest {
    private static final Logger LOG = Logger.getLogger(CertificatePdfTest.class);
    private static final String STATEMENT = "e".repeat(90) + "." + "J".repeat(160) + "." + "s".repeat(86);

    private static Paper paper(String given, String family, String statusCode) {
        return new Paper(
                new PrintedData(
                        given,
                        family,
                        LocalDate.parse("1991-03-14"),
                        "GTM",
                        "Instituto Guatemalteco de Migración",
                        "Centro de Recepción, Fuerza Aérea"),
                LocalDate.parse("2026-01-14"),
                LocalDate.parse("2027-01-14"),
                "7K2M-9QXR-04TB-HW5D",
                STATEMENT,
                statusCode,
                "https://reception.gtm.example.org");
    }

    private static byte[] pdf(String given, String family) throws IOException {
        return CertificatePdf.of(paper(given, family, "ABCD-EFGH-JKMN-PQRS"));
    }

    @Test
    void saysInSpanishWhatACounterNeeds() throws IOException {
        assertThat(RenderedPdf.text(pdf("Zenaida", "Quetzalcóatl")))
                .contains(
                        "Constancia de Repatriación",
                        "Instituto Guatemalteco de Migración",
                        "Guatemala",
                        "Zenaida Quetzalcóatl",
                        "14 de marzo de 1991",
                        "14 de enero de 2026",
                        "14 de enero de 2027",
                        "Centro de Recepción, Fuerza Aérea",
                        "7K2M-9QXR-04TB-HW5D",
                        "https://reception.gtm.example.org/certificate");
    }

    @Test
    void hasTheStatusCodeOnThePartThatIsCutOff() throws IOException {
        String text = RenderedPdf.text(pdf("Zenaida", "Quetzalcóatl"));
        assertThat(text.substring(text.indexOf("Corte aquí"))).contains("ABCD-EFGH-JKMN-PQRS");
        assertThat(text.substring(0, text.indexOf("Corte aquí"))).doesNotContain("ABCD");
    }

    @Test
    void saysWhereANewStatusCodeComesFromIfItCannotPrintOne() throws IOException {
        assertThat(RenderedPdf.text(CertificatePdf.of(paper("Ana", "Ejemplo", null))))
                .contains("pida uno nuevo");
    }

    @Test
    void leavesOutABirthDateThatIsNotKnown() throws IOException {
        Paper paper = new Paper(
                new PrintedData("Ana", null, null, null, "Instituto", "gtm-fag"),
                LocalDate.parse("2026-01-14"),
                LocalDate.parse("2027-01-14"),
                "7K2M-9QXR-04TB-HW5D",
                STATEMENT,
                null,
                null);
        assertThat(RenderedPdf.text(CertificatePdf.of(paper))).doesNotContain("nacimiento", "null");
    }

    @Test
    void hasAQrCodeThatAPrinterAndACameraKeepReadable() throws IOException {
        assertThat(RenderedPdf.qr(pdf("Zenaida", "Quetzalcóatl"))).isEqualTo(STATEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ñandú Ibáñez Güell",
                "Xbʼalanke Kʼicheʼ",
                "B’alam Q'anil",
                "Tuꞌun Ñuu Savi",
                "Máꞌɨ̱ Nʉꞌʉ Ŋo",
                "Ẍinka Äjpop Tz’utujil"
            })
    void printsTheLettersOfTheRegionsOrthographies(String name) throws IOException {
        try (PDDocument document = new PDDocument()) {
            assertThat(PdfFont.in(document).printable(name)).isEqualTo(name);
        }
        assertThat(RenderedPdf.pages(pdf(name, "Pérez"))).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u4e2d\u6587", // no glyph
                "\ud83d\ude00", // beyond the basic plane
                "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",
                "\u05d0\u05d1\u05d2 Cohen",
                "\u202egnorw\u202c",
                "line\nbreak\ttab\u0007bell",
                ") Tj ET (injected) Tj",
                "<</JavaScript(app.alert(1))>>",
                "%PDF-1.4 endstream endobj",
                "=cmd|' /C calc'!A0",
                "\ud800"
            })
    void printsOnePageWhateverTheName(String name) throws IOException {
        byte[] pdf = pdf(name, "Pérez");
        assertThat(RenderedPdf.pages(pdf)).isOne();
        assertThat(RenderedPdf.qr(pdf)).isEqualTo(STATEMENT);
    }

    @Test
    void aNameIsTextAndNothingElse() throws IOException {
        String name = ") Tj ET (injected) Tj";
        assertThat(RenderedPdf.text(pdf(name, "Pérez"))).contains(name);
    }

    @Test
    void aSquareStandsForACharacterThatTheFontLacks() throws IOException {
        try (PDDocument document = new PDDocument()) {
            assertThat(PdfFont.in(document).printable("Li \u4e2d")).isEqualTo("Li \u25a1");
        }
    }

    @Test
    void whatIsReadFromTheRightIsDrawnFromTheLeft() throws IOException {
        try (PDDocument document = new PDDocument()) {
            assertThat(PdfFont.in(document).printable("Ana \u05d0\u05d1")).isEqualTo("Ana \u05d1\u05d0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "Wwwwwwwwww ", "Maximiliana "})
    void aNameOf200CharactersIsPrintedWhole(String piece) throws IOException {
        String name = piece.repeat(100).substring(0, 99) + "Z";
        byte[] pdf = pdf(name, name);
        assertThat(RenderedPdf.text(pdf).chars().filter(c -> c == 'Z').count()).isEqualTo(2);
        assertThat(RenderedPdf.text(pdf)).contains("7K2M-9QXR-04TB-HW5D", "ABCD-EFGH-JKMN-PQRS");
        assertThat(RenderedPdf.qr(pdf)).isEqualTo(STATEMENT);
    }

    @Test
    void isSmallEnoughForASlowLine() throws IOException {
        assertThat(pdf("Zenaida", "Quetzalcóatl").length).isLessThan(100_000);
    }

    /** Prints how long it takes; nothing is demanded of the time. */
    @Test
    void isPrintedWithinTheTimeThatTheLogShows() throws IOException {
        long[] nanos = new long[200];
        pdf("Zenaida", "Quetzalcóatl");
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            pdf("Zenaida", "Quetzalcóatl" + i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        LOG.infof(
                "A certificate is a PDF of %d bytes: p50 %.1f ms, p99 %.1f ms of %d",
                pdf("Zenaida", "Quetzalcóatl").length, nanos[99] / 1e6, nanos[197] / 1e6, nanos.length);
        assertThat(nanos[0]).isPositive();
    }
}
