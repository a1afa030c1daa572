package org.puente.platform.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A record that was put aside, kept whole. It waits until it is taken in after all or dismissed.
 */
@Entity
@Table(name = "dead_letter")
class DeadLetter extends PutAside {
    String headers;
    byte[] payload;

    RawRecord record() {
        return new RawRecord(topic, partition, offset, key, RawRecord.headers(headers), payload);
    }
}
