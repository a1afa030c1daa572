package org.puente.reception.flights;

import java.time.Instant;

/**
 * When a report was written. A device sends its day again where it does not know that it arrived, perhaps after others
 * have corrected it: what was written before the last report changes nothing.
 *
 * @param at by the client's clock; null if it does not say: then the report is the last one
 */
record Written(Instant at, Instant now) {}
