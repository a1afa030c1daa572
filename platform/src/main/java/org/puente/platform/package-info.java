/**
 * What every service is built of. A service brings its handler of facts, its resources and its tables;
 * all else is here. Begin with {@link org.puente.platform.persistence.UnitOfWork} (a transaction), then
 * the packages {@code outbox} and {@code inbox} (facts out and in) and {@code web} (requests).
 */
package org.puente.platform;
