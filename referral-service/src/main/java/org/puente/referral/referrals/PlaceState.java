package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A referral's share in the places of its offer: one of a limited number, or a wait for one. */
@Embeddable
public class PlaceState {
    @Column(name = "holds_place")
    private boolean held;

    @Column(name = "waits")
    private boolean waiting;

    /** Null unless the referral waits here. */
    @Column(name = "waits_since")
    private Instant waitingSince;

    protected PlaceState() {}

    /** Whether the referral has one of the offer's limited places. */
    public boolean isHeld() {
        return held;
    }

    /**
     * @param limited whether the place is one of a limited number, and so has to be given back
     */
    public void take(boolean limited) {
        held = limited;
    }

    public void giveBack() {
        held = false;
    }

    /** Whether the referral is on the waiting list of an offer of this node. */
    public boolean isWaiting() {
        return waiting;
    }

    public void startWaiting(Instant since) {
        waiting = true;
        waitingSince = since;
    }

    public void stopWaiting() {
        waiting = false;
        waitingSince = null;
    }
}
