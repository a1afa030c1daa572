package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.dossiers.Marks;
import org.puente.referral.dossiers.Sent;
import org.puente.referral.referrals.Referral;

/**
 * What may go onward of a person. Only the institution that the case is of decides what others get;
 * another passes on at most what it was sent of that case, and as it was sent: what the owner has
 * amended since is not its to pass on, whatever an offer says that it needs. The most sensitive
 * goes only to restricted offers, and of categories that this node's authority has approved (ADR
 * 020).
 */
@ApplicationScoped
public class Onward {
    private final SentHistory passed;
    private final Dossiers dossiers;
    private final Marks marks;
    private final Set<String> approved;

    /**
     * @param approved the categories whose restricted offers may get the field {@code restricted}
     */
    Onward(
            SentHistory passed,
            Dossiers dossiers,
            Marks marks,
            @ConfigProperty(name = "puente.policy.restricted-categories") Optional<Set<String>> approved) {
        this.passed = passed;
        this.dossiers = dossiers;
        this.marks = marks;
        this.approved = Set.copyOf(approved.orElse(Set.of()));
    }

    /** What an institution may send of a case by its own decision. */
    public Uni<Fields> fieldsOf(Mutiny.Session session, CaseFile file, InstitutionId by) {
        return by.equals(file.institution())
                ? Uni.createFrom().item(Fields.ALL)
                : passed.sentTo(session, file.id(), by).chain(sent -> unchanged(session, file.id(), sent));
    }

    /**
     * Of what the recipient of a referral was sent, what the case's owner has not amended since.
     */
    Uni<Fields> sentWith(Mutiny.Session session, Referral referral) {
        return unchanged(session, referral.caseId(), List.of(referral.sent()));
    }

    private Uni<Fields> unchanged(Mutiny.Session session, CaseId caseId, List<Sent> sent) {
        return dossiers.newestOf(session, caseId)
                .map(newest -> sent.isEmpty() ? null : dossiers.openIfItStands(newest))
                .map(now -> now == null ? Fields.NONE : unchanged(sent, now));
    }

    private Fields unchanged(List<Sent> sent, ObjectNode now) {
        return sent.stream().map(one -> marks.unchanged(one, now)).reduce(Fields.NONE, Fields::and);
    }

    /** The categories whose restricted offers may get the field {@code restricted}. */
    public Set<String> approved() {
        return approved;
    }

    /** What the one who refers may send: what was said with the command, or what it has to decide. */
    Uni<Fields> allowed(Mutiny.Session session, IssueCommand order) {
        return order.within() == null
                ? fieldsOf(session, order.file(), order.from().institution())
                : Uni.createFrom().item(order.within());
    }
}
