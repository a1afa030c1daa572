package org.puente.registry.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.puente.registry.directory.Assurance;
import org.puente.registry.wording.Wording;

/**
 * In what light entries are shown.
 *
 * @param now to which the offsets of time zones belong
 * @param assurance says what is stale
 */
record RenderContext(Wording wording, Instant now, Assurance assurance) {

    /** Gives each request its own. */
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
