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
import org.puente.referral.dossiers.SentValues;
import org.puente.referral.dossiers.ValueMarks;
import org.puente.referral.referrals.Referral;

/**
 * Which data of a person may go onward (ADR 020). Only the case owner decides what others get.
 * Another institution passes on at most what it was sent of the case, and as it was sent: not what
 * the owner has amended since, whatever an offer needs. The most sensitive data goes only to
 * restricted offers, of categories that this node's authority has approved.
 */
@ApplicationScoped
public class Onward {
    private final SentHistory passed;
    private final Dossiers dossiers;
    private final ValueMarks marks;
    private final Set<String> approved;

    /**
     * @param approved the categories whose restricted offers may get the field {@code restricted}
     */
    Onward(
            SentHistory passed,
            Dossiers dossiers,
            ValueMarks marks,
            @ConfigProperty(name = "puente.policy.restricted-categories") Optional<Set<String>> approved) {
        this.passed = passed;
        this.dossiers = dossiers;
        this.marks = marks;
        this.approved = Set.copyOf(approved.orElse(Set.of()));
    }

    /** The fields that an institution may send of a case by its own decision. */
    public Uni<Fields> fieldsOf(Mutiny.Session session, CaseFile file, InstitutionId by) {
        return by.equals(file.institution())
                ? Uni.createFrom().item(Fields.ALL)
                : passed.sentTo(session, file.id(), by).chain(sent -> unchanged(session, file.id(), sent));
    }

    /**
     * Of the fields that the recipient of a referral was sent, those that the case owner has not
     * amended since.
     */
    Uni<Fields> sentWith(Mutiny.Session session, Referral referral) {
        return unchanged(session, referral.caseId(), List.of(referral.sent()));
    }

    private Uni<Fields> unchanged(Mutiny.Session session, CaseId caseId, List<SentValues> sent) {
        return dossiers.newestOf(session, caseId)
                .map(newest -> sent.isEmpty() ? null : dossiers.openIfItStands(newest))
                .map(now -> now == null ? Fields.NONE : unchanged(sent, now));
    }

    private Fields unchanged(List<SentValues> sent, ObjectNode now) {
        return sent.stream().map(values -> marks.unchanged(values, now)).reduce(Fields.NONE, Fields::and);
    }

    /** The categories whose restricted offers may get the field {@code restricted}. */
    public Set<String> approved() {
        return approved;
    }

    /** The fields that may be sent: those of the command, or those that the issuer may decide on. */
    Uni<Fields> allowed(Mutiny.Session session, IssueCommand order) {
        return order.within() == null
                ? fieldsOf(session, order.file(), order.from().institution())
                : Uni.createFrom().item(order.within());
    }
}
