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
import org.puente.referral.dossiers.DangerPlaces;
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
    private final SentHistory history;
    private final Dossiers dossiers;
    private final ValueMarks marks;
    private final Set<String> approved;

    /**
     * @param approved the categories whose restricted offers may get the field {@code restricted}
     */
    Onward(
            SentHistory history,
            Dossiers dossiers,
            ValueMarks marks,
            @ConfigProperty(name = "puente.policy.restricted-categories") Optional<Set<String>> approved) {
        this.history = history;
        this.dossiers = dossiers;
        this.marks = marks;
        this.approved = Set.copyOf(approved.orElse(Set.of()));
    }

    /**
     * What an institution may know and send of a case by its own decision.
     *
     * @param fields that it may send; none where danger is recorded that it was not told of
     * @param danger where the person is in danger, whether it may know that or not
     */
    public record Known(Fields fields, DangerPlaces danger) {}

    /**
     * Opens the dossier that the own node has of the case.
     *
     * @param waitsForProtection as of {@link DangerPlaces#permit}
     */
    public Uni<Known> knownOf(Mutiny.Session session, CaseFile file, InstitutionId by, boolean waitsForProtection) {
        return current(session, file.id()).chain(current -> {
            DangerPlaces danger = DangerPlaces.in(current.orElse(null));
            return by.equals(file.institution())
                    ? Uni.createFrom().item(new Known(Fields.ALL, danger))
                    : history.sentTo(session, file.id(), by)
                            .map(sent -> danger.permit(unchanged(sent, current), waitsForProtection))
                            .map(fields -> new Known(fields, danger));
        });
    }

    /** The fields that an institution may send of a case by its own decision. */
    private Uni<Fields> fieldsOf(Mutiny.Session session, CaseFile file, InstitutionId by, boolean waitsForProtection) {
        return by.equals(file.institution())
                ? Uni.createFrom().item(Fields.ALL)
                : knownOf(session, file, by, waitsForProtection).map(Known::fields);
    }

    /**
     * Of the fields that the recipient of a referral was sent, those that are sent on without a person: the case owner
     * has not amended them since, and the person is not in danger.
     *
     * @param waitsForProtection as of {@link DangerPlaces#permit}
     */
    Uni<Fields> sentWith(Mutiny.Session session, Referral referral, boolean waitsForProtection) {
        return current(session, referral.caseId())
                .map(current -> DangerPlaces.in(current.orElse(null))
                        .permitWithoutPerson(unchanged(List.of(referral.sent()), current), waitsForProtection));
    }

    /** Empty where no dossier stands that can be opened. */
    private Uni<Optional<ObjectNode>> current(Mutiny.Session session, CaseId caseId) {
        return dossiers.newestOf(session, caseId).map(newest -> Optional.ofNullable(dossiers.openIfItStands(newest)));
    }

    private Fields unchanged(List<SentValues> sent, Optional<ObjectNode> current) {
        return current.map(fields -> unchanged(sent, fields)).orElse(Fields.NONE);
    }

    private Fields unchanged(List<SentValues> sent, ObjectNode current) {
        return sent.stream().map(values -> marks.unchanged(values, current)).reduce(Fields.NONE, Fields::plus);
    }

    /** The categories whose restricted offers may get the field {@code restricted}. */
    public Set<String> approved() {
        return approved;
    }

    /** The fields that may be sent: those of the command, or those that the issuer may decide on. */
    Uni<Fields> allowed(Mutiny.Session session, IssueCommand command, boolean waitsForProtection) {
        return command.within() == null
                ? fieldsOf(session, command.file(), command.from().institution(), waitsForProtection)
                : Uni.createFrom().item(command.within());
    }
}
