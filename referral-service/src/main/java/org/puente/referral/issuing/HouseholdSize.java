package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierField;
import org.puente.contracts.Household;
import org.puente.referral.cases.Cases;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.SentValues;

/**
 * The number of a family's known members in a dossier that is to be sent. The owner sends the present one: otherwise
 * the person of a family who was registered first would be referred as if alone. Another institution passes on the one
 * that it was sent, and does not learn by that who came since.
 */
@ApplicationScoped
class HouseholdSize {
    private static final String ID = "id";
    private static final String SIZE = "size";

    private final Cases cases;
    private final SentHistory history;
    private final Dossiers dossiers;

    HouseholdSize(Cases cases, SentHistory history, Dossiers dossiers) {
        this.cases = cases;
        this.history = history;
        this.dossiers = dossiers;
    }

    /**
     * @param contents of the newest dossier of the case; its size is changed
     */
    Uni<Void> set(Mutiny.Session session, IssueCommand command, ObjectNode contents) {
        return command.isByOwner() ? asKnown(session, command, contents) : asSent(session, command, contents);
    }

    private Uni<Void> asKnown(Mutiny.Session session, IssueCommand command, ObjectNode contents) {
        Household household = command.file().state().household();
        return household == null
                ? Uni.createFrom().voidItem()
                : cases.countOfHousehold(session, household.id())
                        .invoke(known -> Dossiers.withHousehold(contents, household.id(), known))
                        .replaceWithVoid();
    }

    private Uni<Void> asSent(Mutiny.Session session, IssueCommand command, ObjectNode contents) {
        return contents.path(DossierField.HOUSEHOLD.code()) instanceof ObjectNode household
                ? history.sentTo(session, command.file().id(), command.from().institution())
                        .chain(sent -> dossiers.openSent(
                                session,
                                command.file().id(),
                                sent.stream().map(SentValues::dossier).toList()))
                        .invoke(sent -> setAsSent(household, sent))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static void setAsSent(ObjectNode household, List<ObjectNode> newestFirst) {
        JsonNode size = newestFirst.stream()
                .map(one -> one.path(DossierField.HOUSEHOLD.code()))
                .filter(one -> one.path(ID).equals(household.path(ID)) && one.hasNonNull(SIZE))
                .findFirst()
                .map(one -> one.get(SIZE))
                .orElse(null);
        if (size == null) {
            household.remove(SIZE);
        } else {
            household.set(SIZE, size);
        }
    }
}
