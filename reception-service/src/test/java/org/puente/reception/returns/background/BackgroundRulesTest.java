package org.puente.reception.returns.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.background.ReturnConditions.Band;
import org.puente.reception.returns.background.ReturnConditions.Creditor;
import org.puente.reception.returns.background.ReturnConditions.Debt;

class BackgroundRulesTest {
    private static List<String> broken(Background background) {
        return BackgroundRules.broken(background, 30).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static Background of(EarlierWork... work) {
        return new Background(null, null, null, List.of(work), null);
    }

    private static Background owing(Band band, Creditor to) {
        return new Background(null, null, new ReturnConditions(null, null, null, new Debt(band, to)), null, null);
    }

    @Test
    void whoWasNotAskedBreaksNoRule() {
        assertThat(broken(null)).isEmpty();
        assertThat(broken(of())).isEmpty();
    }

    @Test
    void workIsOfAGroupThatThereIs() {
        assertThat(broken(of(
                        new EarlierWork("71", 4, "USA"),
                        new EarlierWork("0", null, null),
                        new EarlierWork("77", null, null))))
                .containsExactly("/background/work/2/isco");
    }

    @Test
    void workWasInACountry() {
        assertThat(broken(of(new EarlierWork("71", 4, "ZZZ")))).containsExactly("/background/work/0/where");
    }

    @Test
    void nobodyWorkedLongerThanTheyHaveLived() {
        assertThat(broken(of(new EarlierWork("71", 31, null)))).containsExactly("/background/work/0/years");
        assertThat(broken(of(new EarlierWork("71", 30, null)))).isEmpty();
    }

    @Test
    void whoOwesNothingOwesNobody() {
        assertThat(broken(owing(Band.NONE, Creditor.BANK))).containsExactly("/background/conditions/debt/owedTo");
        assertThat(broken(owing(Band.UNKNOWN, Creditor.BANK))).isEmpty();
        assertThat(broken(owing(Band.NONE, null))).isEmpty();
    }
}
