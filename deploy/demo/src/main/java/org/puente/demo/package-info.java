/** A published day of arrivals, played by agencies' systems as they would: over REST alone. */
package org.puente.demo;
