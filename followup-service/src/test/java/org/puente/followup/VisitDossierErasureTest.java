package org.puente.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.followup.dossiers.Round;
import org.puente.platform.testing.TestClock;

/** Who is to be visited is known only as long as the follow-up lasts, and never in the clear. */
@QuarkusTest
class VisitDossierErasureTest extends VisitDossierTestBase {
    @Inject
    Round round;

    @Test
    void isErasedWithTheWithdrawalOfTheConsent() {
        Person person = visitable(Person.goingTo("HN-CR"));
        String followUp = firstOf(person);
        publish(person.withdraws());
        awaited(person.caseId(), CaseClosed.class, 1);
        read(followUp, MUNICIPAL)
                .statusCode(410)
                .body("type", equalTo("urn:puente:problem:dossier-erased"))
                .body("title", equalTo("No longer there"));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedAfterTheLastDayOfTheConsent() {
        Person person = Person.goingTo("HN-CR");
        publish(person.registered(), person.consents(Person.today().plusDays(3)));
        awaited(person.caseId(), Planned.class, 4);
        held(person);
        publish(sealed(person, "Berta")); // sealed after the consent, like any amendment
        String followUp = firstOf(person);
        await().atMost(SOON).until(() -> "Berta".equals(givenNames(person)));
        TestClock.forward(Duration.ofDays(4));
        read(followUp, MUNICIPAL).statusCode(410);
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedWhenReceptionTakesItBack() {
        Person person = visitable(Person.goingTo("HN-CR"));
        publish(
                new DossierFact.Erased(
                        new DossierId(person.caseId().value()),
                        null,
                        person.caseId(),
                        Person.RECEPTION,
                        TestClock.now(),
                        ErasureReason.CONSENT_WITHDRAWN),
                "hnd");
        await().atMost(SOON).until(() -> !isHeld(person));
        read(firstOf(person), MUNICIPAL).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deceased", "remigrated"})
    void isErasedWhenTheCaseIsClosed(String outcome) {
        Person person = Person.goingTo("HN-CR");
        String followUp = due(person);
        held(person);
        visit(followUp, MUNICIPAL, "{\"outcome\": \"" + outcome + "\"}");
        read(followUp, MUNICIPAL).statusCode(410);
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isNotKeptForACaseThatIsClosed() {
        Person person = Person.goingTo("HN-CR");
        visit(due(person), MUNICIPAL, "{\"outcome\": \"deceased\"}");
        awaited(person.caseId(), CaseClosed.class, 1);
        taken(sealed(person, "Zenaida"));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedAfterTheLastFollowUpIsOver() {
        Person person = visitable(Person.goingTo("HN-CR"));
        TestClock.forward(Duration.ofDays(400));
        await().atMost(SOON).until(() -> !isHeld(person));
    }

    @Test
    void isErasedWhereNoCaseEverCame() throws Throwable {
        Person nobody = Person.goingTo("HN-CR");
        publish(sealed(nobody, "Zenaida"));
        await().atMost(SOON).until(() -> isHeld(nobody));
        TestClock.forward(Duration.ofDays(32));
        VertxContextSupport.subscribeAndAwait(round::erase);
        assertThat(isHeld(nobody)).isFalse();
    }

    @Test
    void keepsOfThePersonNothingInTheClearAndLogsNothing() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler ear = new Ear(logged);
        Logger.getLogger("").addHandler(ear);
        try {
            Person person = visitable(Person.goingTo("HN-CR"));
            read(firstOf(person), MUNICIPAL).statusCode(200);
            String row = query("select cast(d as text) from visit_dossier d where case_id = '" + person.caseId() + "'");
            assertThat(row).doesNotContain("Zenaida", "+50499990000");
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        assertThat(logged).noneMatch(line -> line.contains("Zenaida"));
    }

    private static final class Ear extends Handler {
        private final List<String> lines;

        Ear(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            String text = record instanceof ExtLogRecord whole ? whole.getFormattedMessage() : record.getMessage();
            lines.add(text + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
