package org.puente.platform.limits;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;

/**
 * How many requests a second a client and an institution may send; at public endpoints, an address.
 * A client that sends more gets 429 with {@code Retry-After}. Each instance counts for itself.
 */
@ApplicationScoped
class RequestLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A client that was silent for a while may send the requests of this many seconds at once. */
    private static final int BURST_SECONDS = 2;

    private final Access access;
    private final ClientAddress address;
    private final Buckets clients;
    private final Buckets institutions;
    private final Buckets addresses;

    RequestLimits(
            Clock clock,
            Access access,
            ClientAddress address,
            @ConfigProperty(name = "puente.limits.requests-per-second.client") int perClient,
            @ConfigProperty(name = "puente.limits.requests-per-second.institution") int perInstitution,
            @ConfigProperty(name = "puente.limits.requests-per-second.address") int perAddress) {
        this.access = access;
        this.address = address;
        clients = buckets(clock, perClient);
        institutions = buckets(clock, perInstitution);
        addresses = buckets(clock, perAddress);
    }

    private static Buckets buckets(Clock clock, int perSecond) {
        return new Buckets(clock, (long) BURST_SECONDS * perSecond, perSecond, SECOND);
    }

    /** Runs before all other work of a request, but after its token has been verified. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void count(SimpleResourceInfo resource, HttpServerRequest request) {
        Optional<Duration> wait = Access.isPublic(resource)
                ? addresses.take(address.of(request))
                : access.known().flatMap(this::take);
        wait.ifPresent(RequestLimits::refuse);
    }

    private Optional<Duration> take(Caller caller) {
        Optional<Duration> client = clients.take(caller.node() + " " + caller.subject());
        if (client.isPresent() || caller.institution() == null) {
            return client;
        }
        return institutions.take(caller.node() + " " + caller.institution());
    }

    private static void refuse(Duration wait) {
        throw ProblemException.of(ProblemKind.TOO_MANY, "too-many-requests")
                .retryAfter(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
