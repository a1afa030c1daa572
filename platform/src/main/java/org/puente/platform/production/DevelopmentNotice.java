package org.puente.platform.production;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Warns at each start of a service whose requirements for production are switched off. */
@ApplicationScoped
class DevelopmentNotice {
    private static final Logger LOG = Logger.getLogger(DevelopmentNotice.class);

    private final boolean development;

    DevelopmentNotice(
            @ConfigProperty(name = ProductionRequirements.DEVELOPMENT, defaultValue = "false") boolean development) {
        this.development = development;
    }

    void warn(@Observes StartupEvent started) {
        if (development) {
            LOG.warnf(
                    "%s is on: secrets, TLS and key files are not checked. Never so with people's data",
                    ProductionRequirements.DEVELOPMENT);
        }
    }
}
