package org.puente.platform.web;

import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.puente.platform.persistence.Faults;

/**
 * The answer to a caller who is not known: 401 at the API; a redirect to the login where people log
 * in by the browser. (The library's own mapper looks for a field that this Quarkus no longer has.)
 */
class Challenges {
    private static final Logger LOG = Logger.getLogger(Challenges.class);

    @ServerExceptionMapper(priority = ProblemMappers.BEFORE_THE_LIBRARY)
    Uni<Response> ofNoToken(UnauthorizedException e, RoutingContext request) {
        return answer(request);
    }

    @ServerExceptionMapper(priority = ProblemMappers.BEFORE_THE_LIBRARY)
    Uni<Response> ofBadToken(AuthenticationFailedException e, RoutingContext request) {
        if (cannotTell(e)) {
            return Uni.createFrom().item(unavailable(e));
        }
        HttpSecurityUtils.addAuthenticationFailureToEvent(e, request);
        return answer(request);
    }

    /** Who comes back from the login, which is completed at the realm. */
    @ServerExceptionMapper(priority = ProblemMappers.BEFORE_THE_LIBRARY)
    Response ofBadLogin(AuthenticationCompletionException e) {
        return cannotTell(e) ? unavailable(e) : Problems.unauthorized();
    }

    private static Response unavailable(RuntimeException e) {
        LOG.warnf("No token can be checked: %s", Faults.causes(e));
        return Problems.unavailable();
    }

    /** The realm, whose keys we need, doesn't answer: the token is not at fault. */
    private static boolean cannotTell(RuntimeException e) {
        return Faults.isTransient(e) || Faults.has(e, cause -> cause instanceof OidcEndpointAccessException);
    }

    private static Uni<Response> answer(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(Problems::unauthorized);
        }
        return authenticator
                .getChallenge(request)
                .map(challenge -> isWay(challenge) ? way(challenge) : Problems.unauthorized())
                .onFailure()
                .recoverWithItem(Problems::unauthorized);
    }

    private static boolean isWay(ChallengeData challenge) {
        return challenge != null && challenge.status / 100 == 3;
    }

    private static Response way(ChallengeData challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }
}
