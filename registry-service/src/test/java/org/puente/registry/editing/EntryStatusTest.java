package org.puente.registry.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.puente.registry.forms.Samples;

@QuarkusTest
class EntryStatusTest {
    private static final String STPS = "mex-stps";

    @Test
    void takesBackWhatItHasShown() {
        String id = Editors.offer(STPS, Samples.offer());
        String shown = Editors.as(STPS).get("/v1/offers/" + id).asString();
        assertThat(shown).contains("\"standing\"");
        Editors.as(STPS)
                .header("If-Match", "\"1\"")
                .body(shown)
                .put("/v1/offers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void explainsInBothLanguagesWhomAnOfferIsFor() {
        Editors.as(STPS)
                .get("/v1/offers/" + Editors.offer(STPS, Samples.offer()))
                .then()
                .body("standing.eligibility.es", containsString("de 18 a 40 años"))
                .body("standing.eligibility.en", containsString("from 18 to 40 years of age"));
    }

    @Test
    void showsFromWhenAnEntryIsStale() {
        Editors.as(STPS)
                .get("/v1/offers/" + Editors.offer(STPS, Samples.offer()))
                .then()
                .body("standing.staleFrom", equalTo("2027-04-30"));
    }
}
