package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Paging;

/** The webhooks of this node's institutions. */
@ApplicationScoped
class Webhooks {
    @ConfigProperty(name = "puente.webhooks.most-per-institution")
    int maxPerInstitution;

    /** Fails with 404 where there is no such webhook, or it is not the caller's. */
    Uni<Webhook> find(Mutiny.Session session, Caller caller, UUID id) {
        return session.find(Webhook.class, id).invoke(webhook -> mustBeOf(caller, webhook));
    }

    /** As {@link #find}, and no other transaction changes it until this one ends. */
    Uni<Webhook> hold(Mutiny.Session session, Caller caller, UUID id) {
        return hold(session, id).invoke(webhook -> mustBeOf(caller, webhook));
    }

    /**
     * @return null where there is none
     */
    Uni<Webhook> hold(Mutiny.Session session, UUID id) {
        return session.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void mustBeOf(Caller caller, Webhook webhook) {
        if (webhook == null) {
            throw ProblemException.notFound();
        }
        caller.mustBe(webhook.owner());
    }

    /** Adds a webhook, or refuses it (409) where the institution has as many as it may. */
    Uni<Void> add(Mutiny.Session session, Webhook webhook) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:institution))", Integer.class)
                .setParameter("institution", "puente.webhooks." + webhook.institution)
                .getSingleResult()
                .chain(alone -> session.createQuery(
                                "select count(*) from Webhook where institution =" + " :institution", Long.class)
                        .setParameter("institution", webhook.institution)
                        .getSingleResult())
                .invoke(count -> {
                    if (count >= maxPerInstitution) {
                        throw ProblemException.conflict("too-many-webhooks", maxPerInstitution);
                    }
                })
                .chain(() -> session.persist(webhook));
    }

    Uni<List<Webhook>> page(Mutiny.Session session, InstitutionId owner, Paging paging) {
        return session.createQuery(
                        "from Webhook where institution = :institution"
                                + " and (createdAt > :after"
                                + " or (createdAt = :after and id > :afterId))"
                                + " order by createdAt, id",
                        Webhook.class)
                .setParameter("institution", owner.value())
                .setParameter("after", paging.after())
                .setParameter("afterId", paging.afterId())
                .setMaxResults(paging.reach())
                .getResultList();
    }
}
