package org.puente.platform.restore;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;

/**
 * What a service does with facts that it published itself and whose state its restored database has
 * forgotten. One bean per service that does not hear its own topics anyway.
 */
public interface OwnFacts {
    /** Where this service publishes what {@link #recall} takes in; they are read one by one. */
    List<Topic> topics();

    /** Whether what others said is about what this service said, so that this comes first. */
    boolean precedesOthers();

    /**
     * Makes the state what it was when these facts were published, and says nothing anew. After a
     * restore from the beginning it may be given facts that it knows.
     *
     * @param forgotten in the order of their partition
     */
    Uni<Void> recall(Mutiny.Session session, List<Received> forgotten);
}
