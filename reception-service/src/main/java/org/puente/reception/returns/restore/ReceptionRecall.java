package org.puente.reception.returns.restore;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReceptionFact;
import org.puente.reception.flights.Departures;
import org.puente.reception.flights.Landings;
import org.puente.reception.help.HelpEntries;

/** Brings back what was published of help, landings and departures. */
@ApplicationScoped
class ReceptionRecall {
    private final HelpEntries help;
    private final Landings landings;
    private final Departures departures;

    ReceptionRecall(HelpEntries help, Landings landings, Departures departures) {
        this.help = help;
        this.landings = landings;
        this.departures = departures;
    }

    Uni<Void> recall(Mutiny.Session session, ReceptionFact published) {
        return switch (published) {
            case ReceptionFact.HelpGiven fact -> help.restore(session, fact);
            case ReceptionFact.HelpVoided fact -> help.restore(session, fact);
            case ReceptionFact.ReceptionTimed fact -> departures.restore(session, fact);
            case ReceptionFact.ArrivalTimed fact -> landings.restore(session, fact);
        };
    }
}
