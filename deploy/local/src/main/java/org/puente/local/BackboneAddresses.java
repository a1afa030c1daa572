package org.puente.local;

import java.net.URI;

/**
 * Where the servers are that every service needs.
 *
 * @param kafka host and port
 * @param databases host and port
 * @param realm where the realm's tokens come from
 */
public record BackboneAddresses(String kafka, String databases, URI realm) {}
