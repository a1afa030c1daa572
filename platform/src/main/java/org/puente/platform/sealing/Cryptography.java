package org.puente.platform.sealing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.jboss.logging.Logger;

/**
 * Lets AWS-LC do the arithmetic of sealing, as a provider of Java's own cryptography interfaces. If
 * it isn't built for the machine, Java's providers do it, more slowly and with the same results
 * (ADR 018). It takes half a second to load. The first sealing or opening pays that, not the start.
 */
final class Cryptography {
    private static final Logger LOG = Logger.getLogger(Cryptography.class);

    static {
        AmazonCorrettoCryptoProvider.install();
        Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        if (missing != null) {
            LOG.infof("Java's own cryptography is used: %s", missing.getMessage());
        }
    }

    private Cryptography() {}

    /** Returns when the provider is loaded, or can't be loaded. */
    static void ready() {}
}
