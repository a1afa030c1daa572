package org.puente.referral.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Party;
import org.puente.platform.json.Json;

/** An offer of the region as a node has published it last. */
@Entity
@Table(name = "directory_offer")
public class Offer {
    /** The offer's id; with its node, where another node's entry has the same id. */
    @Id
    @Column(name = "offer_id")
    String key;

    @Column(insertable = false, updatable = false)
    String id;

    String node;
    String institution;
    String status;
    String state;

    protected Offer() {}

    /** An offer that is attached to no session: it knows its state, and whether it is active. */
    public Offer(String status, String state) {
        this.status = status;
        this.state = state;
    }

    public OfferPublished state() {
        return Json.read(state, OfferPublished.class);
    }

    public boolean isActive() {
        return DirectoryStatus.ACTIVE.code().equals(status);
    }

    /** The institution that a referral to this offer is addressed to. */
    public static Party recipient(OfferPublished offer) {
        return new Party(offer.node(), offer.institution());
    }
}
