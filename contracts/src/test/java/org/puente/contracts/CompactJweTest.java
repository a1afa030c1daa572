package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CompactJweTest {
    /** Texts that often are, or almost are, of that form. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> part = Arbitraries.strings().withChars("aZ09-_").ofMaxLength(3);
        Arbitrary<String> odd =
                Arbitraries.frequencyOf(Tuple.of(20, part), Tuple.of(1, Arbitraries.of("+", "é", "=", " ", ".", "\n")));
        return odd.list().ofMinSize(3).ofMaxSize(7).map(parts -> parts.stream().collect(Collectors.joining(".")));
    }

    @Property
    void fitsWhatTheRegularExpressionFits(@ForAll("texts") String text) {
        assertThat(Shape.JWE.fits(text)).isEqualTo(text.matches(Shape.JWE.regex()));
    }

    @Property(tries = 20)
    void fitsFiveParts(@ForAll("parts") List<String> parts) {
        assertThat(Shape.JWE.fits(String.join(".", parts))).isTrue();
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(50)
                .list()
                .ofSize(5);
    }
}
