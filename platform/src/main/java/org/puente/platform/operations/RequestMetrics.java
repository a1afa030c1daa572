package org.puente.platform.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What requests are counted by. Anybody may send any method and any path. Each would be a series for as long as the
 * service runs, and after a hundred paths (the limit of Quarkus) no other one would be counted.
 */
@ApplicationScoped
class RequestMetrics {
    private static final String REQUESTS = "http.server.requests";

    /** Of paths that are no resource's, or whose resource was not found. */
    private static final String UNKNOWN = "UNKNOWN";

    private final Set<String> resources = ConcurrentHashMap.newKeySet();

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.replaceTagValues("method", method -> HttpMethods.isStandard(method) ? method : "OTHER");
    }

    /** Only a resource answers by 200 and the like; until it did, its failures are counted without its path. */
    @Produces
    @Singleton
    MeterFilter knownPaths() {
        resources.addAll(Set.of("NOT_FOUND", "REDIRECTION", "root"));
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) ? withKnownPath(id) : id;
            }
        };
    }

    private Meter.Id withKnownPath(Meter.Id id) {
        String path = id.getTag("uri");
        if (path == null) {
            return id;
        }
        if (Objects.requireNonNullElse(id.getTag("status"), "").startsWith("2")) {
            resources.add(path);
        }
        return resources.contains(path)
                ? id
                : MeterFilter.replaceTagValues("uri", any -> UNKNOWN).map(id);
    }
}
