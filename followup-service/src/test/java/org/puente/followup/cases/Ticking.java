package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.puente.followup.Person;
import org.puente.platform.persistence.UnitOfWork;

/** Lets a test take due dates beside the service's own clock, as another instance would. */
@ApplicationScoped
public class Ticking {
    private final UnitOfWork work;
    private final DueDates dueDates;
    private final Settling settling;
    private final AnswerRetention answers;
    private final Clock clock;

    Ticking(UnitOfWork work, DueDates dueDates, Settling settling, AnswerRetention answers, Clock clock) {
        this.work = work;
        this.dueDates = dueDates;
        this.settling = settling;
        this.answers = answers;
        this.clock = clock;
    }

    /** Deletes the answers whose time is over. */
    public Uni<Void> deleteAnswers() {
        return answers.tick();
    }

    /** Takes one batch; answers how many there were. */
    public Uni<Integer> takeDue(int max) {
        return work.run(session -> dueDates.due(session, clock.instant(), Person.today(), max)
                .call(facts -> settling.publish(session, facts))
                .map(List::size));
    }
}
