package org.puente.platform.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits the waiting for the realm: a frozen realm neither answers nor breaks the connection. */
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
