package org.puente.platform.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A realm that is frozen neither answers nor breaks the connection: waiting for it has an end. */
@ApplicationScoped
@Unremovable
class RealmTimeout implements OidcRequestFilter {
    private static final int MILLIS = 5_000;

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(MILLIS);
        return Uni.createFrom().voidItem();
    }
}
