package org.puente.referral.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                Arguments.of("%PDF-1.7\n%\u00e2", FileType.PDF),
                Arguments.of("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF", FileType.JPEG),
                Arguments.of("\u00ff\u00d8\u00ff\u00e1", FileType.JPEG),
                Arguments.of("\u0089PNG\r\n\u001a\n\u0000", FileType.PNG),
                Arguments.of("RIFF\u0001\u0002\u0003\u0004WEBPVP8 ", FileType.WEBP));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void isKnownByItsFirstBytes(String begins, FileType type) {
        assertThat(FileType.of(bytes(begins))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090\u0000",
                "\u007fELF",
                "PK\u0003\u0004",
                "<!DOCTYPE html><p>%PDF-1.7",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "GIF89a",
                " %PDF-1.7",
                "%PDF",
                "\u00ff\u00d8",
                "RIFF\u0001\u0002\u0003\u0004WAVE",
                ""
            })
    void whatIsNoneOfThoseHasNoType(String begins) {
        assertThat(FileType.of(bytes(begins))).isEmpty();
    }
}
