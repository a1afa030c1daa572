package org.puente.platform.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The roles of which this request's endpoint needs one, so that a refusal can name them. */
final class RequiredRoles {
    private RequiredRoles() {}

    /** Empty if the request is for no endpoint, or the endpoint names no role. */
    static Optional<String> ofThisRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || request.getTarget() == null) {
            return Optional.empty();
        }
        ResourceInfo resource = request.getTarget().getLazyMethod();
        RolesAllowed ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed roles =
                ofMethod == null ? resource.getResourceClass().getAnnotation(RolesAllowed.class) : ofMethod;
        return Optional.ofNullable(roles).map(RolesAllowed::value).map(all -> String.join(", ", all));
    }
}
