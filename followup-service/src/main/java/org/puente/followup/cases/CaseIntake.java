package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final VisitDossiers dossiers;
    private final Policy policy;
    private final Node node;

    CaseIntake(CaseFiles files, Consents consents, VisitDossiers dossiers, Policy policy, Node node) {
        this.files = files;
        this.consents = consents;
        this.dossiers = dossiers;
        this.policy = policy;
        this.node = node;
    }

    /** For a change of the directory, which every decision depends on. */
    public Uni<Void> unsettleAll(Mutiny.Session session) {
        return files.unsettleAll(session);
    }

    /** Takes in facts of the streams of returns and dossiers. */
    public Uni<Void> take(Mutiny.Session session, List<Fact> facts) {
        List<CaseFiles.State> returns = new ArrayList<>();
        List<Consents.Published> consentStates = new ArrayList<>();
        Map<DossierId, DossierFact> dossiers = new LinkedHashMap<>();
        facts.forEach(fact -> sort(fact, returns, consentStates, dossiers));
        return files.keep(session, returns)
                .chain(() -> consents.keep(session, consentStates))
                .chain(() -> files.unsettle(session, touched(consentStates, dossiers.values())))
                .chain(() -> take(session, dossiers.values()));
    }

    private static List<UUID> touched(List<Consents.Published> consentStates, Collection<DossierFact> dossiers) {
        List<UUID> cases = new ArrayList<>(
                consentStates.stream().map(Consents.Published::caseId).toList());
        dossiers.forEach(fact -> cases.add(caseOf(fact)));
        return cases;
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

    private void sort(
            Fact fact,
            List<CaseFiles.State> returns,
            List<Consents.Published> consentStates,
            Map<DossierId, DossierFact> dossiers) {
        switch (fact) {
            case ReturnFact returned -> sort(returned, returns, consentStates);
            case DossierFact dossier -> {
                if (isForVisits(dossier)) {
                    dossiers.put(dossier.dossierId(), dossier);
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

    private void sort(ReturnFact fact, List<CaseFiles.State> returns, List<Consents.Published> consentStates) {
        switch (fact) {
            case ReturnFact.WholeState state -> returns.add(CaseFiles.State.of(state, policy.highRisk(state)));
            case ReturnFact.ConsentRecorded recorded -> consentStates.add(Consents.Published.of(recorded));
            case ReturnFact.ConsentWithdrawn withdrawn -> consentStates.add(Consents.Published.of(withdrawn));
            case ReturnFact.Announced announced -> {
                // People who have not arrived are not followed up.
            }
        }
    }
}
