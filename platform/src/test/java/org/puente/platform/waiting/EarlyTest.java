package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

class EarlyTest {
    @Test
    void whatWasMadeJustNowMayStillCome() {
        assertThat(Early.unknown(Ids.next())).accepts(ProblemException.notFound());
    }

    @Test
    void whatWasMadeLongAgoHasCome() {
        assertThat(Early.unknown(madeBefore(Duration.ofHours(1)))).rejects(ProblemException.notFound());
    }

    @Test
    void aCaseMayComeWhoseIdADeviceWithoutNetworkMadeLongAgo() {
        assertThat(Early.unknownCase(madeBefore(Duration.ofHours(3)))).accepts(ProblemException.notFound());
    }

    @Test
    void noCaseHasARandomId() {
        assertThat(Early.unknownCase(UUID.randomUUID())).rejects(ProblemException.notFound());
    }

    @Test
    void anotherRefusalOfACaseDoesNotPass() {
        assertThat(Early.unknownCase(Ids.next())).rejects(ProblemException.forbidden("not-found"));
    }

    @Test
    void anIdFromAnotherYearIsNotWaitedFor() {
        assertThat(Early.isNew(madeBefore(Duration.ofDays(-400)))).isFalse();
    }

    @Test
    void noIdOfOursIsRandomAsAWhole() {
        assertThat(Early.isNew(UUID.randomUUID())).isFalse();
    }

    @Test
    void anIdThatSaysNothingOfItsTimeMayBeNew() {
        assertThat(Early.isNew(UUID.fromString("5c146b14-3c52-8afd-938a-375d0df1fbf6")))
                .isTrue();
    }

    @Test
    void anotherRefusalDoesNotPass() {
        assertThat(Early.unknown(Ids.next())).rejects(ProblemException.forbidden("not-found"));
    }

    @Test
    void aFieldMayNameWhatIsOnItsWay() {
        assertThat(Early.code("unknown-case"))
                .accepts(ProblemException.invalid(FieldError.of("/caseId", "unknown-case")))
                .accepts(ProblemException.conflict("unknown-case"))
                .rejects(ProblemException.invalid(FieldError.of("/caseId", "unknown-offer")));
    }

    private static UUID madeBefore(Duration age) {
        UUID now = Ids.next();
        return new UUID(now.getMostSignificantBits() - (age.toMillis() << 16), now.getLeastSignificantBits());
    }
}
