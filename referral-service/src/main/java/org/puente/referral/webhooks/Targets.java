package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * Accepts only targets on the public internet, over TLS: when a webhook is registered or changed,
 * and anew at every attempt, since a name may have another address by then.
 */
@ApplicationScoped
class Targets {
    private static final int LONGEST = 2_000;
    private static final int LAST_PORT = 65_535;

    private final Vertx vertx;
    private final boolean privateToo;

    /**
     * @param privateToo accepts private addresses and plain HTTP too: for a region on one machine,
     *     or a node whose institutions are all in its own network
     */
    Targets(Vertx vertx, @ConfigProperty(name = "puente.webhooks.private-targets") boolean privateToo) {
        this.vertx = vertx;
        this.privateToo = privateToo;
    }

    /** Fails with a {@link ProblemException} that names the field where the target would be refused. */
    Uni<Void> check(String url) {
        return find(url)
                .onFailure(TargetRefused.class)
                .transform(refused -> ProblemException.invalid(FieldError.of("/url", ((TargetRefused) refused).code())))
                .replaceWithVoid();
    }

    /** Fails with {@link TargetRefused} where nothing may be sent to the URL. */
    Uni<Target> find(String url) {
        return vertx.executeBlocking(() -> resolved(read(url)), false);
    }

    private URI read(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new TargetRefused("url-unreadable");
        }
        if (url.length() > LONGEST
                || uri.getScheme() == null
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > LAST_PORT) {
            throw new TargetRefused("url-unreadable");
        }
        boolean plain = privateToo && uri.getScheme().equalsIgnoreCase("http");
        if (!plain && !uri.getScheme().equalsIgnoreCase("https")) {
            throw new TargetRefused("url-not-https");
        }
        return uri;
    }

    private Target resolved(URI uri) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException e) {
            throw new TargetRefused("url-unknown-host");
        }
        if (!privateToo && !Stream.of(addresses).allMatch(Addresses::isPublic)) {
            throw new TargetRefused("url-private");
        }
        return new Target(uri, addresses[0]);
    }
}
