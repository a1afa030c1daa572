package org.puente.registry.freshness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.directory.OwnEntries;
import org.puente.registry.directory.OwnEntries.Count;
import org.puente.registry.directory.OwnEntry.Kind;

/**
 * Gauges for operators: the number of this node's entries, and of stale entries. They are counted
 * at intervals, so that a scrape costs the database nothing.
 */
@ApplicationScoped
class StaleCount {
    private static final Count NONE = new Count("", 0, 0, null);

    private final UnitOfWork work;
    private final OwnEntries entries;
    private volatile Map<String, Count> counts = Map.of();

    StaleCount(UnitOfWork work, OwnEntries entries, MeterRegistry registry) {
        this.work = work;
        this.entries = entries;
        for (Kind kind : Kind.values()) {
            Gauge.builder("puente.directory.entries", () -> of(kind).entries())
                    .description("Entries of this node that are not withdrawn")
                    .tag("kind", kind.code())
                    .register(registry);
            Gauge.builder("puente.directory.stale", () -> of(kind).stale())
                    .description("Those that nobody has assured for longer than the policy allows")
                    .tag("kind", kind.code())
                    .register(registry);
        }
    }

    private Count of(Kind kind) {
        return counts.getOrDefault(kind.code(), NONE);
    }

    @Scheduled(every = "{puente.directory.look-every}", delayed = "1s", identity = "count-stale-entries")
    Uni<Void> count() {
        return work.read(entries::countByKind)
                .invoke(found -> counts = found.stream().collect(Collectors.toMap(Count::of, Function.identity())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
