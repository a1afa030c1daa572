package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormsTest {
    /** The number in the reception-service's own test vectors. */
    @Test
    void numbersHaveTheirCheckDigit() {
        assertThat(Forms.dui(12_345_678)).isEqualTo("12345678-4");
    }

    @Test
    void nobodyComesTwice() {
        Forms forms = new Forms("gtm-fag");

        assertThat(forms.next()).isNotEqualTo(forms.next());
    }
}
