package org.puente.registry.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.puente.registry.directory.Assurance;
import org.puente.registry.wording.Wording;

/**
 * The context in which entries are rendered.
 *
 * @param now the instant at which offsets of time zones are computed
 * @param assurance decides which entries are stale
 */
record RenderContext(Wording wording, Instant now, Assurance assurance) {

    /** Makes the context of each request. */
    @ApplicationScoped
    static class Of {
        private final Clock clock;
        private final Assurance assurance;

        Of(Clock clock, Assurance assurance) {
            this.clock = clock;
            this.assurance = assurance;
        }

        RenderContext in(Wording wording) {
            return new RenderContext(wording, clock.instant(), assurance);
        }
    }
}
