package org.puente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BodySizesTest {
    private final BodySizes sizes = new BodySizes(
            10, Optional.of(Pattern.compile("/v1/files")), 30, Optional.of(Pattern.compile("/v1/lists(/[^/]+)?")), 20);

    @Test
    void aPathOfFilesOrListsTakesMoreThanOthers() {
        assertThat(sizes.most("/v1/files")).isEqualTo(30);
        assertThat(sizes.most("/v1/lists")).isEqualTo(20);
        assertThat(sizes.most("/v1/lists/1")).isEqualTo(20);
        assertThat(sizes.most("/v1/lists/1/people")).isEqualTo(10);
        assertThat(sizes.most(null)).isEqualTo(10);
    }

    @Test
    void withoutSuchPathsAllAreAlike() {
        assertThat(new BodySizes(10, Optional.empty(), 30, Optional.empty(), 20).most("/v1/files"))
                .isEqualTo(10);
    }
}
