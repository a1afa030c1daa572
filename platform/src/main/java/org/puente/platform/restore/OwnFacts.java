package org.puente.platform.restore;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;

/**
 * Takes in facts that a service published itself and whose state its restored database has
 * forgotten. One bean in each service that does not consume its own topics anyway.
 */
public interface OwnFacts {
    /**
     * The topics on which this service publishes the facts that {@link #recall} takes in. They are
     * read one by one.
     *
     * @param ofTheNode all topics that the broker has of this node
     */
    List<Topic> topics(Collection<Topic> ofTheNode);

    /** Whether others' facts are about this service's own facts, so that its own come first. */
    boolean precedesOthers();

    /**
     * Makes the state what it was when these facts were published, and publishes nothing anew.
     * After a restore from the beginning it may get facts that it knows.
     *
     * @param forgotten in the order of their partition
     */
    Uni<Void> recall(Mutiny.Session session, List<Received> forgotten);
}
