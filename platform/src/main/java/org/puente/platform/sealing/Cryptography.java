package org.puente.platform.sealing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.jboss.logging.Logger;

/**
 * Has AWS-LC do the arithmetic of sealing, as a provider of Java's own cryptography interfaces.
 * Where it isn't built for the machine Java's providers do it, more slowly and with the same
 * results (ADR 018). It takes half a second to load, which whoever first seals or opens pays, and
 * no start.
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

    /** Returns when it is loaded, or found not to load. */
    static void ready() {}
}
