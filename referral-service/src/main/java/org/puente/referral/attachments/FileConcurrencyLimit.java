package org.puente.referral.attachments;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.platform.limits.ConcurrencyLimit;
import org.puente.platform.web.Access;

/**
 * Limits how many whole files an instance holds at once: each takes some 15 MB of memory until its
 * answer is sent. A request beyond the limit is refused before its body is read.
 */
@ApplicationScoped
class FileConcurrencyLimit {
    /** Marks methods that receive or send a whole file. */
    @NameBinding
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WholeFile {}

    private static final int COME_BACK_SECONDS = 1;

    private final ConcurrencyLimit files;
    private final Access access;

    FileConcurrencyLimit(
            Access access,
            @ConfigProperty(name = "puente.attachments.at-once", defaultValue = "4") int max,
            @ConfigProperty(name = "puente.attachments.at-once-per-institution", defaultValue = "2")
                    int maxOfInstitution) {
        this.access = access;
        this.files = new ConcurrencyLimit(
                max,
                maxOfInstitution,
                new ConcurrencyLimit.Refusals("attachments-in-hand-of-one", "attachments-in-hand", COME_BACK_SECONDS));
    }

    @WholeFile
    @ServerRequestFilter
    void take(RoutingContext request) {
        ConcurrencyLimit.Place place = files.take(access.caller().mustHaveInstitution());
        request.addEndHandler(over -> place.close());
    }
}
