package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Code;

/** What desks type where there is no document distinguishes nobody from another. */
class FillersTest {
    private final Fingerprints fingerprints = new Fingerprints("a secret of this node");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "n/a",
                "N.A.",
                "NA",
                "n a",
                "N/D",
                "S/N",
                "s/n",
                "S.N.",
                "SN",
                "0",
                "00",
                "000000",
                "00000000",
                "000000000",
                "00000000-0",
                "0 0 0 0 0 0 0 0",
                "1",
                "111111111",
                "99999999",
                "999999999",
                "SIN DOCUMENTO",
                "Sin documento",
                "sin documentos",
                "SINDOCUMENTO",
                "SIN DOC",
                "SIN DUI",
                "NO TIENE",
                "no tiene",
                "No porta",
                "NO APLICA",
                "NINGUNO",
                "ninguna",
                "Ningún",
                "NO DOCUMENT",
                "none",
                "NIL",
                "null",
                "UNKNOWN",
                "unknown",
                "DESCONOCIDO",
                "se desconoce",
                "PENDIENTE",
                "Pendiente 2026",
                "EXTRAVIADO",
                "robado",
                "XXXX",
                "xxxxxxxxx",
                "XXX-XXX",
                "-",
                "--",
                "---------",
                ".",
                "...",
                "?",
                "*",
                "_",
                "/",
                "123",
                "12345",
                "123456",
                "1234567",
                "12345678",
                "123456789",
                "1234567890",
                "0123456789",
                "987654321",
                "9876543210",
                "1 2 3 4 5 6 7 8 9",
                "A00000000",
                "X0000000",
                "P-000000",
                "C99999999",
                "AAAAAAAA",
                "\uff10\uff10\uff10\uff10\uff10\uff10",
                "\u200b",
                "0\u200b0\u00ad0\u00a00\u20070",
                "\u0660\u0660\u0660\u0660\u0660\u0660",
                "SIN DOCUMENTO 2026",
                "NA123",
                "no tiene 1",
                "n / a",
                "S/D",
                "---",
                "0-0",
                "N/A 2026",
                "S/N 2024",
                "S/D 20260101",
                "ND12345",
                "SN123456",
                "N.T. 0001",
                "XX123456",
                "XXX 99887",
                "00000001",
                "000-000-001",
                "A0000001",
                "100000000",
                "111111112",
                "999999998",
                "9999999990",
                "121212121",
                "01010101",
                "11112222",
                "112233445",
                "5566778899",
                "123123123",
                "12341234",
                "1234567K"
            })
    void aFillerIsNobodysWhateverTheKind(String number) {
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(fingerprints.of(List.of(new IdentityDocument(kind, number)), "HND"))
                    .as(kind.code())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dui, 22222222-2",
        "dui, 44444444-4",
        "curp, XEXX010101HNEXXXA4",
        "curp, XEXX010101MNEXXXA8",
        "cui, 0000 00000 0101",
        "dni-hnd, 0801-1900-00000",
    })
    void aFillerIsNobodysAlsoWhereItsCheckDigitIsRight(String kind, String number) {
        assertThat(fingerprints.of(List.of(document(kind, number)), "HND")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"passport, N/A", "passport, 00000000", "passport, SIN DOCUMENTO", "dui, 0"})
    void aFillerIsWarnedOf(String kind, String number) {
        assertThat(document(kind, number).valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C123456",
                "G12345678",
                "A01234567",
                "B70123456",
                "123456780",
                "2563871",
                "E 987654",
                "12AB34567",
                "C01X00T47",
                "1792462810101"
            })
    void aPassportIsSomebodys(String number) {
        assertThat(fingerprints.of(List.of(document("passport", number)), "HND"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uff10\uff14\uff15\uff16\uff17\uff18\uff19\uff10\uff0d\uff13", "0456\u200b7890\u00ad-3"})
    void aNumberIsTheSameHoweverItsDigitsAreWritten(String number) {
        assertThat(fingerprints.of(List.of(document("dui", number)), "SLV"))
                .isEqualTo(fingerprints.of(List.of(document("dui", "04567890-3")), "SLV"));
    }

    private static IdentityDocument document(String kind, String number) {
        return new IdentityDocument(Code.of(DocumentKind.class, kind), number);
    }
}
