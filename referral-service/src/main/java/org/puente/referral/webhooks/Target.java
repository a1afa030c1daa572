package org.puente.referral.webhooks;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where a request goes.
 *
 * @param address the address of the host that was checked: the request goes there, even where the
 *     name has another address a moment later
 */
record Target(URI uri, InetAddress address) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}
