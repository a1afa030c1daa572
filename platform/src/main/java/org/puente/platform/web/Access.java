package org.puente.platform.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.Node;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.tracing.Trace;

/**
 * Who the caller is, and whether this node is the caller's. Roles are declared at each endpoint.
 */
@ApplicationScoped
public class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentIdentityAssociation identity;
    private final Node node;
    private final Epoch epoch;

    @ConfigProperty(name = "puente.region.node")
    String region;

    Access(CurrentIdentityAssociation identity, Node node, Epoch epoch) {
        this.identity = identity;
        this.node = node;
        this.epoch = epoch;
    }

    /**
     * A token of another node finds nothing here: 404 for a resource, 403 for a collection. People
     * of the region (operators, auditors) may ask every node what their role allows; {@link
     * AnyNode} resources check the node themselves. Requests that may write get 503 until a
     * restored database has caught up; public endpoints are exempt from all this.
     */
    @ServerRequestFilter
    void ownNodeOnly(ContainerRequestContext request, SimpleResourceInfo resource) {
        Trace.followFirst(request.getHeaderString("traceparent"));
        // Authentication is lazy: it has not run at a public endpoint.
        if (Endpoint.of(resource).isPublic()) {
            return;
        }
        if (!READING.contains(request.getMethod())) {
            epoch.mustBeCurrent();
        }
        SecurityIdentity who = identity.getIdentity();
        if (who.isAnonymous() || resource.getResourceClass().isAnnotationPresent(AnyNode.class)) {
            return;
        }
        Caller caller = caller(who);
        if (!node.id().equals(caller.node()) && !ofTheRegion(caller)) {
            throw request.getUriInfo().getPathParameters().isEmpty()
                    ? ProblemException.forbidden("other-node", node.id())
                    : ProblemException.notFound();
        }
    }

    /** Whether the endpoint is for everybody. Authentication is lazy: it has not run there. */
    public static boolean isPublic(SimpleResourceInfo resource) {
        return Endpoint.of(resource).isPublic();
    }

    public Caller caller() {
        return caller(identity.getIdentity());
    }

    /** The caller, if a token has been verified that names a node. */
    public Optional<Caller> known() {
        return identity.getIdentity().getPrincipal() instanceof JsonWebToken token && token.getClaim("node") != null
                ? Optional.of(caller())
                : Optional.empty();
    }

    /** Until when the caller's token is valid; {@link Instant#MAX} without a token. */
    public Instant validUntil() {
        return identity.getIdentity().getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }

    /** Whether the caller is of the region, and so may see every node. */
    public boolean ofTheRegion(Caller caller) {
        return region.equals(caller.node().value());
    }

    private static Caller caller(SecurityIdentity who) {
        if (!(who.getPrincipal() instanceof JsonWebToken token)) {
            throw ProblemException.forbidden("no-node");
        }
        NodeId node = claim(token, "node", NodeId::new);
        if (node == null) {
            throw ProblemException.forbidden("no-node");
        }
        String subject = token.getName() == null ? token.getSubject() : token.getName();
        return new Caller(node, claim(token, "institution", InstitutionId::new), subject, who.getRoles());
    }

    /**
     * Null if the token has no such claim; a realm that was set up wrongly may put anything there.
     */
    private static <T> T claim(JsonWebToken token, String name, Function<String, T> form) {
        Object claim = token.getClaim(name);
        try {
            return claim == null ? null : form.apply(claim.toString());
        } catch (IllegalArgumentException e) {
            throw ProblemException.forbidden("claim-malformed", name);
        }
    }
}
