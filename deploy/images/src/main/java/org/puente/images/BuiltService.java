package org.puente.images;

/**
 * A service whose image is made.
 *
 * @param node as whose service its start is trained
 * @param service such as {@code reception}
 */
record BuiltService(String node, String service, AppTree files) {}
