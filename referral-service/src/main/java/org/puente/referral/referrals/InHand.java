package org.puente.referral.referrals;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.platform.web.Refusal;

/**
 * How many whole files an instance has in hand: each takes some 15 MB of its memory until the last
 * byte is answered, so there is a most; who comes beyond it is told before the body is read.
 */
@ApplicationScoped
class InHand {
    /** Marks what takes or gives a whole file. */
    @NameBinding
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WholeFile {}

    private final AtomicInteger files = new AtomicInteger();

    @ConfigProperty(name = "puente.attachments.at-once", defaultValue = "4")
    int most;

    @WholeFile
    @ServerRequestFilter
    void take(RoutingContext request) {
        if (files.incrementAndGet() > most) {
            files.decrementAndGet();
            throw new Refusal(503, "attachments-in-hand", List.of()).header("Retry-After", 1);
        }
        request.addEndHandler(over -> files.decrementAndGet());
    }
}
