package org.puente.platform.limits;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;

class ConcurrencyLimitTest {
    private static final InstitutionId ONE = new InstitutionId("gtm-one");
    private static final InstitutionId OTHER = new InstitutionId("gtm-other");
    private static final InstitutionId THIRD = new InstitutionId("gtm-third");

    private final ConcurrencyLimit limit =
            new ConcurrencyLimit(3, 2, new ConcurrencyLimit.Refusals("of-one", "of-all", 5));

    @Test
    void oneInstitutionLeavesRoomForOthers() {
        limit.take(ONE);
        limit.take(ONE);

        assertRefused(ONE, "of-one");
        assertThatCode(() -> limit.take(OTHER)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatTheInstanceCannotHold() {
        limit.take(ONE);
        limit.take(ONE);
        limit.take(OTHER);

        assertRefused(THIRD, "of-all");
    }

    @Test
    void aPlaceThatIsGivenBackIsFree() {
        limit.take(ONE);
        try (ConcurrencyLimit.Place place = limit.take(ONE)) {
            assertRefused(ONE, "of-one");
        }

        assertThatCode(() -> limit.take(ONE)).doesNotThrowAnyException();
    }

    @Test
    void whatIsRefusedTakesNoPlace() {
        limit.take(ONE);
        limit.take(ONE);
        assertRefused(ONE, "of-one");

        assertThatCode(() -> limit.take(OTHER)).doesNotThrowAnyException();
    }

    private void assertRefused(InstitutionId institution, String code) {
        assertThatThrownBy(() -> limit.take(institution))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).code())
                .isEqualTo(code);
    }
}
