package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.Fact;
import org.puente.contracts.ReturnFact;
import org.puente.followup.dossiers.VisitDossiers;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.sealing.Purpose;

/**
 * Takes in the facts of the node's reception. It only stores them and marks their cases; {@link
 * FollowUpClock} settles the cases. So the order in which return, consent and directory arrive
 * makes no difference. Cases are locked before their dossiers, in the same order as when they are
 * settled.
 */
@ApplicationScoped
public class CaseIntake {
    private final CaseFiles files;
    private final Consents consents;
    private final ErasedReturns erasedReturns;
    private final VisitDossiers dossiers;
    private final Policy policy;
    private final Node node;

    CaseIntake(
            CaseFiles files,
            Consents consents,
            ErasedReturns erasedReturns,
            VisitDossiers dossiers,
            Policy policy,
            Node node) {
        this.files = files;
        this.consents = consents;
        this.erasedReturns = erasedReturns;
        this.dossiers = dossiers;
        this.policy = policy;
        this.node = node;
    }

    /** For a change of the directory, which every decision depends on. */
    public Uni<Void> unsettleAll(Mutiny.Session session) {
        return files.unsettleAll(session);
    }

    /** What a batch of facts says, by the feature that stores it. */
    private record Sorted(
            List<CaseFiles.State> returns,
            List<Consents.Published> consents,
            List<ErasedReturns.Published> erasures,
            Map<DossierId, DossierFact> dossiers) {
        static Sorted empty() {
            return new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        }

        /** Cases that may be erased: the return or its erasure has arrived. */
        List<UUID> returned() {
            return Stream.concat(
                            returns.stream().map(CaseFiles.State::id),
                            erasures.stream().map(ErasedReturns.Published::caseId))
                    .toList();
        }

        /** Cases that have to be settled anew; a return marks its own. */
        List<UUID> touched() {
            return Stream.concat(
                            consents.stream().map(Consents.Published::caseId),
                            dossiers.values().stream().map(CaseIntake::caseOf))
                    .toList();
        }
    }

    /** Takes in facts of the streams of returns and dossiers. */
    public Uni<Void> take(Mutiny.Session session, List<Fact> facts) {
        Sorted sorted = Sorted.empty();
        facts.forEach(fact -> sort(fact, sorted));
        return files.keep(session, sorted.returns())
                .chain(() -> consents.keep(session, sorted.consents()))
                .chain(() -> erasedReturns.keep(session, sorted.erasures()))
                .chain(() -> erasedReturns.apply(session, sorted.returned()))
                .chain(() -> files.unsettle(session, sorted.touched()))
                .chain(() -> take(session, sorted.dossiers().values()));
    }

    private static UUID caseOf(DossierFact fact) {
        return switch (fact) {
            case DossierFact.Sealed sealed -> sealed.caseId().value();
            case DossierFact.Erased erased -> erased.caseId().value();
        };
    }

    /**
     * {@code latest} has the last fact of each id: facts of one id arrive in the order of
     * publication.
     */
    private Uni<Void> take(Mutiny.Session session, Collection<DossierFact> latest) {
        List<DossierFact.Sealed> sealed = new ArrayList<>();
        List<DossierId> erased = new ArrayList<>();
        for (DossierFact fact : latest) {
            switch (fact) {
                case DossierFact.Sealed dossier -> sealed.add(dossier);
                case DossierFact.Erased erasure -> erased.add(erasure.dossierId());
            }
        }
        return dossiers.keep(session, sealed).chain(() -> dossiers.erase(session, erased));
    }

    private void sort(Fact fact, Sorted sorted) {
        switch (fact) {
            case ReturnFact returned -> sort(returned, sorted);
            case DossierFact dossier -> {
                if (isForVisits(dossier)) {
                    sorted.dossiers().put(dossier.dossierId(), dossier);
                }
            }
            default -> {
                // No other stream is read.
            }
        }
    }

    /** The node's other dossiers are for its referrals. */
    private boolean isForVisits(DossierFact fact) {
        return switch (fact) {
            case DossierFact.Sealed sealed -> {
                if (!sealed.to().equals(node.id())) {
                    throw new FactRefused("foreign-party", "the dossier is sealed to another");
                }
                yield sealed.referralId() == null && Purpose.is(ConsentPurpose.FOLLOW_UP, sealed.jwe());
            }
            case DossierFact.Erased erased -> erased.referralId() == null && erased.caseId() != null;
        };
    }

    private void sort(ReturnFact fact, Sorted sorted) {
        switch (fact) {
            case ReturnFact.WholeState state -> sorted.returns().add(CaseFiles.State.of(state, policy.highRisk(state)));
            case ReturnFact.ConsentRecorded recorded -> sorted.consents().add(Consents.Published.of(recorded));
            case ReturnFact.ConsentWithdrawn withdrawn -> sorted.consents().add(Consents.Published.of(withdrawn));
            case ReturnFact.Erased erased -> sorted.erasures().add(ErasedReturns.Published.of(erased));
            case ReturnFact.Announced announced -> {
                // People who have not arrived are not followed up.
            }
        }
    }
}
