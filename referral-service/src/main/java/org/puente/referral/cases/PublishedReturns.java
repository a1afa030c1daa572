package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.tracing.Trace;

/**
 * Keeps what receptions publish of cases and consents: of many that came together by a statement for the cases and one
 * for the consents.
 */
@ApplicationScoped
public class PublishedReturns {
    private final CaseStates cases;
    private final PublishedConsents consents;
    private final ConsentWithdrawal withdrawal;

    PublishedReturns(CaseStates cases, PublishedConsents consents, ConsentWithdrawal withdrawal) {
        this.cases = cases;
        this.consents = consents;
        this.withdrawal = withdrawal;
    }

    /** Whether {@link #keep} takes the fact. */
    public static boolean takes(Received received) {
        Fact fact = fact(received);
        return fact instanceof WholeState || fact instanceof ConsentRecorded;
    }

    private static Fact fact(Received received) {
        return received.fact().orElse(null);
    }

    /**
     * @param together of one {@link #runs run}
     * @throws FactRefused where a case or a consent is another institution's
     */
    public Uni<Void> keep(Mutiny.Session session, List<Received> together) {
        return cases.keep(session, all(together, WholeState.class))
                .chain(() -> consents.record(session, all(together, ConsentRecorded.class)))
                .chain(former -> Sequential.each(
                        together.stream()
                                .filter(received -> former.contains(subject(received)))
                                .toList(),
                        received -> follow(session, received)));
    }

    private Uni<Void> follow(Mutiny.Session session, Received received) {
        Trace.follow(received.envelope().traceparent());
        return withdrawal.follow(session, new ConsentId(subject(received)));
    }

    private static <T> List<T> all(List<Received> received, Class<T> type) {
        return received.stream()
                .map(PublishedReturns::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * Parts a batch so that what {@link #keep} can take together stands together, and the rest alone. A dossier does
     * not part them: it needs neither case nor consent. A second state of a case, or of a consent,
     * and the end of either come after what was before them.
     */
    public static List<List<Received>> runs(List<Received> batch) {
        List<List<Received>> runs = new ArrayList<>();
        List<Received> run = new ArrayList<>();
        Set<UUID> inRun = new HashSet<>();
        for (Received received : batch) {
            if (takes(received)) {
                if (!inRun.add(subject(received))) {
                    run = new ArrayList<>();
                    inRun = new HashSet<>(List.of(subject(received)));
                }
                if (run.isEmpty()) {
                    runs.add(run);
                }
                run.add(received);
            } else {
                runs.add(List.of(received));
                if (!(fact(received) instanceof DossierFact.Sealed)) {
                    run = new ArrayList<>();
                    inRun = new HashSet<>();
                }
            }
        }
        return runs;
    }

    private static UUID subject(Received received) {
        return fact(received) instanceof ConsentRecorded consent
                ? consent.consentId().value()
                : ((WholeState) fact(received)).caseId().value();
    }
}
