package org.puente.local;

import java.net.URI;

/** The servers of a backbone, wherever they run. */
interface BackboneServers {
    /** Host and port of the broker. */
    String kafka();

    /** Host and port of the database server. */
    String databases();

    /** Where the realm's tokens come from; its server starts at the first call. */
    URI realm();

    /** Ends the broker at once, as a power cut would. */
    void killBroker();

    /** Starts the broker again at its old address, with all that it had; returns when it answers. */
    void startBroker();

    /** Ends the database server, and with it every connection; it keeps all that it had. */
    void stopDatabase();

    /** Starts the database server again at its old address; returns when it answers. */
    void startDatabase();

    /** Makes the database server's processes stand still until what is returned is closed. */
    AutoCloseable freezeDatabase();

    /** Ends them, and with them all that they held, unless somebody else has started them. */
    void close();
}
