package org.puente.referral.attachments;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
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

    private final AtomicInteger files = new AtomicInteger();
    private final Map<InstitutionId, Integer> byInstitution = new ConcurrentHashMap<>();
    private final Access access;

    @ConfigProperty(name = "puente.attachments.at-once", defaultValue = "4")
    int max;

    /** One institution, however slowly it sends, leaves room for others. */
    @ConfigProperty(name = "puente.attachments.at-once-per-institution", defaultValue = "2")
    int maxOfInstitution;

    FileConcurrencyLimit(Access access) {
        this.access = access;
    }

    @WholeFile
    @ServerRequestFilter
    void take(RoutingContext request) {
        InstitutionId institution = access.caller().mustHaveInstitution();
        byInstitution.merge(institution, 1, Integer::sum);
        files.incrementAndGet();
        if (byInstitution.getOrDefault(institution, 0) > maxOfInstitution) {
            giveBack(institution);
            throw refusal(ProblemKind.TOO_MANY, "attachments-in-hand-of-one", maxOfInstitution);
        }
        if (files.get() > max) {
            giveBack(institution);
            throw refusal(ProblemKind.UNAVAILABLE, "attachments-in-hand");
        }
        request.addEndHandler(over -> giveBack(institution));
    }

    private void giveBack(InstitutionId institution) {
        files.decrementAndGet();
        byInstitution.computeIfPresent(institution, (same, n) -> n == 1 ? null : n - 1);
    }

    private static ProblemException refusal(ProblemKind kind, String code, Object... args) {
        return ProblemException.of(kind, code, args).retryAfter(1);
    }
}
