package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of every node show the contact of an office as a link, whichever node has published it. */
class ContactTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/oficina", "http://example.org", "HTTPS://example.org"})
    void aWebPageIsALink(String address) {
        assertThat(new Contact(null, null, URI.create(address)).web()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:a@example.org",
                "//example.org",
                "https:example",
                "oficina"
            })
    void whatElseHasTheFormOfOneIsLeftOut(String address) {
        assertThat(new Contact(null, null, URI.create(address)).web()).isNull();
    }
}
