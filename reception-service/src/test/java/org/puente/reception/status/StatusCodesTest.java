package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatusCodesTest {
    private final StatusCodes codes = new StatusCodes("a-secret-of-one-node");
    private final StatusCodes others = new StatusCodes("a-secret-of-another-node");
    private final StatusCode code = codes.next();

    @Test
    void marksACodeAlwaysTheSameAndWithoutTheCode() {
        assertThat(codes.mark(code)).isEqualTo(codes.mark(code)).matches("[0-9a-f]{64}");
    }

    @Test
    void marksItOtherwiseUnderAnotherSecret() {
        assertThat(others.mark(code)).isNotEqualTo(codes.mark(code));
    }

    @Test
    void opensWhatItSealed() {
        String sealed = codes.seal(code.text());

        assertThat(sealed).doesNotContain(code.text());
        assertThat(codes.open(sealed)).contains(code.text());
    }

    @Test
    void opensNothingThatIsSealedUnderAnotherSecret() {
        String sealed = others.seal(code.text());

        assertThat(codes.open(sealed)).isEmpty();
    }

    @Test
    void opensNoCodeThatHasEnded() {
        String sealed = codes.seal(code.text());

        assertThat(codes.openInForce(sealed, codes.mark(code))).contains(code.text());
        assertThat(codes.openInForce(sealed, codes.mark(codes.next()))).isEmpty();
        assertThat(codes.openInForce(sealed, null)).isEmpty();
    }

    @Test
    void doesNotStartWithASecretThatCanBeGuessed() {
        assertThatThrownBy(() -> new StatusCodes("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
