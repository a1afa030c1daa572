package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Code;
import org.puente.platform.json.Json;

class DocumentKindTest {
    private static final Set<DocumentKind> TAKES_MUCH =
            Set.of(DocumentKind.OTHER, DocumentKind.PROVISIONAL, DocumentKind.PASSPORT);

    @ParameterizedTest
    @MethodSource("validNumbers")
    void takesEveryNumberThatKeepsTheRulesOfItsKind(IdentityDocument document) {
        assertThat(document.valid()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("invalidNumbers")
    void doubtsEveryNumberThatDoesNot(IdentityDocument document) {
        assertThat(document.valid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04567890-3", " 04567890 3 ", "045678903", "04567890—3"})
    void readsDashesAndSpacesAsNothing(String number) {
        assertThat(new IdentityDocument(DocumentKind.DUI, number).normalised()).isEqualTo("045678903");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "ÑÑÑÑ310820HNERXN09", "４５６７８９０３", "BOXW310820HNERXN0🙂"})
    void neverFailsOnWhatIsNoNumberAtAll(String number) {
        for (DocumentKind kind : DocumentKind.values()) {
            if (!TAKES_MUCH.contains(kind)) {
                assertThat(new IdentityDocument(kind, number).valid()).isFalse();
            }
        }
    }

    static Stream<Arguments> validNumbers() throws IOException {
        return vectors("valid");
    }

    static Stream<Arguments> invalidNumbers() throws IOException {
        return vectors("invalid");
    }

    private static Stream<Arguments> vectors(String which) throws IOException {
        try (InputStream file = DocumentKindTest.class.getResourceAsStream("/id-vectors.json")) {
            JsonNode vectors = Json.mapper().readTree(file).get(which);
            return vectors.properties().stream()
                    .flatMap(kind -> StreamSupport.stream(kind.getValue().spliterator(), false)
                            .map(number -> Arguments.of(new IdentityDocument(
                                    Code.of(DocumentKind.class, kind.getKey()), number.asText()))));
        }
    }
}
