package org.puente.registry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DossierField;
import org.puente.registry.forms.NeededFields.ByCategory;

class NeededFieldsTest {
    private final NeededFields fields = NeededFields.ofThisBuild();

    @Test
    void askNobodyForPapersOrADateOfBirth() {
        assertThat(fields.categories())
                .allSatisfy(category ->
                        assertThat(category.fields()).doesNotContain(DossierField.DOCUMENTS, DossierField.BIRTH_DATE));
    }

    @Test
    void giveTheirReasons() {
        assertThat(fields.categories()).extracting(ByCategory::why).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"child-protection", "health", "immediate-aid", "one-stop-desk"})
    void keepNobodyFromWhatCanNotWait(String category) {
        assertThat(fields.of(category))
                .doesNotContain(DossierField.PHONES, DossierField.LANGUAGES, DossierField.SKILLS);
    }

    @Test
    void haveAnAnswerForACategoryThatIsNotListed() {
        assertThat(fields.of("music")).contains(DossierField.GIVEN_NAMES);
    }
}
