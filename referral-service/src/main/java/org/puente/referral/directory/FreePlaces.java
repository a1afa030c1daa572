package org.puente.referral.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The free places of an offer, as its node published them last. */
@Entity
@Table(name = "directory_capacity")
public class FreePlaces {
    @Id
    @Column(name = "offer_id")
    String key;

    @Column(insertable = false, updatable = false)
    String id;

    /** The node that published them; null in rows that are older than this column. */
    String node;

    int available;
    int maximum;
    int waitlist;

    protected FreePlaces() {}

    public int available() {
        return available;
    }

    public int maximum() {
        return maximum;
    }

    public int waitlist() {
        return waitlist;
    }
}
