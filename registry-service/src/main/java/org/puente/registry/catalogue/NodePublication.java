package org.puente.registry.catalogue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.documents.Republishing;

/** Keeps this node's published state up to date: at each start, and when its keys change. */
@ApplicationScoped
class NodePublication {
    private static final Logger LOG = Logger.getLogger(NodePublication.class);

    private final UnitOfWork work;
    private final FirstStart firstStart;
    private final OwnNode ownNode;
    private final Republishing republishing;

    NodePublication(UnitOfWork work, FirstStart firstStart, OwnNode ownNode, Republishing republishing) {
        this.work = work;
        this.firstStart = firstStart;
        this.ownNode = ownNode;
        this.republishing = republishing;
    }

    /**
     * A service that can't publish its node must not seem to run, so a failure here stops the
     * start.
     */
    void atStart(@Observes StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::open);
    }

    Uni<Void> open() {
        return work.run(session -> firstStart
                .load(session)
                .chain(() -> ownNode.publish(session))
                .chain(() -> republishing.follow(session))
                .invoke(changed -> {
                    if (changed > 0) {
                        LOG.infof("%d offers are published anew", changed);
                    }
                })
                .replaceWithVoid());
    }

    @Scheduled(every = "{puente.keys.look-every}", delayed = "{puente.keys.look-every}", identity = "look-at-keys")
    Uni<Void> lookAtKeys() {
        return work.run(ownNode::publish)
                .onFailure()
                .invoke(failure -> LOG.warnf("The node can't be published: %s", cause(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Our own messages state what to mend; a database's message may quote a row. */
    private static String cause(Throwable failure) {
        return failure instanceof IllegalStateException || failure instanceof UncheckedIOException
                ? failure.getMessage()
                : Faults.causes(failure);
    }
}
