package org.puente.referral.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an offer can still take, as its node last said. */
@Entity
@Table(name = "directory_capacity")
public class FreePlaces {
    @Id
    @Column(name = "offer_id")
    String key;

    @Column(insertable = false, updatable = false)
    String id;

    /** Who said it; null in what was kept before that was. */
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
