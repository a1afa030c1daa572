package org.puente.platform.limits;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Sse;

/**
 * The live streams that are open at this instance. A client and an institution may each have so
 * many of them, and no stream outlives the token that opened it.
 */
@ApplicationScoped
public class OpenStreams {
    private static final int COME_BACK_SECONDS = 30;

    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Access access;
    private final int perClient;
    private final int perInstitution;

    OpenStreams(
            Access access,
            @ConfigProperty(name = "puente.limits.streams.client") int perClient,
            @ConfigProperty(name = "puente.limits.streams.institution") int perInstitution) {
        this.access = access;
        this.perClient = perClient;
        this.perInstitution = perInstitution;
    }

    /**
     * Sends events to the caller as {@link Sse#send}, at most until the caller's token ends.
     *
     * @throws ProblemException too many if the caller or its institution has too many streams open
     *     already
     */
    public Uni<Void> send(HttpServerResponse response, Multi<Buffer> events, Duration heartbeat) {
        Caller caller = access.caller();
        Duration longest = Duration.between(Instant.now(), access.validUntil());
        String client = caller.node() + " " + caller.subject();
        String institution = caller.node() + " of " + caller.institution();
        take(client, perClient);
        if (caller.institution() != null) {
            try {
                take(institution, perInstitution);
            } catch (ProblemException full) {
                giveBack(client);
                throw full;
            }
        }
        return Sse.send(response, events, heartbeat, longest).onTermination().invoke(() -> {
            giveBack(client);
            giveBack(institution);
        });
    }

    private void take(String key, int max) {
        open.compute(key, (same, streams) -> {
            int before = streams == null ? 0 : streams;
            if (before >= max) {
                throw ProblemException.of(ProblemKind.TOO_MANY, "too-many-streams", max)
                        .retryAfter(COME_BACK_SECONDS);
            }
            return before + 1;
        });
    }

    private void giveBack(String key) {
        open.computeIfPresent(key, (same, streams) -> streams == 1 ? null : streams - 1);
    }
}
