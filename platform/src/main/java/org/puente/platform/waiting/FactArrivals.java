package org.puente.platform.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.puente.contracts.DossierFact;
import org.puente.platform.inbox.Received;

/** Notifies who waits for facts about a subject as soon as some were taken in. */
@ApplicationScoped
public class FactArrivals {
    private final ConcurrentHashMap<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Called after the commit of what was taken in. */
    public void came(Collection<Received> facts) {
        if (!listeners.isEmpty()) {
            facts.stream()
                    .flatMap(FactArrivals::subjects)
                    .distinct()
                    .forEach(
                            subject -> listeners.getOrDefault(subject, Set.of()).forEach(Runnable::run));
        }
    }

    /** Who waits for a dossier knows its case or its referral, and not its id. */
    private static Stream<String> subjects(Received received) {
        Stream<String> subject = Stream.of(received.envelope().subject());
        return received.fact().orElse(null) instanceof DossierFact.Sealed dossier
                ? Stream.concat(
                        subject,
                        Stream.of(dossier.caseId(), dossier.referralId())
                                .filter(Objects::nonNull)
                                .map(Object::toString))
                : subject;
    }

    /**
     * @param subject {@code ce_subject} of the facts, or the id of the case or referral of a dossier
     * @param listener is called on the thread of the intake, so it must be short
     */
    void add(String subject, Runnable listener) {
        listeners.compute(subject, (same, all) -> {
            Set<Runnable> grown = all == null ? ConcurrentHashMap.newKeySet() : all;
            grown.add(listener);
            return grown;
        });
    }

    void remove(String subject, Runnable listener) {
        listeners.computeIfPresent(subject, (same, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }
}
