package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a referral has of its offer's places: one of a limited number, or a wait for one. */
@Embeddable
public class PlaceState {
    @Column(name = "holds_place")
    private boolean held;

    @Column(name = "waits")
    private boolean waiting;

    /** Null unless it waits here. */
    @Column(name = "waits_since")
    private Instant waitingSince;

    protected PlaceState() {}

    /** Whether it has one of the offer's limited places. */
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

    /** Whether it is on the waiting list of an offer of this node. */
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
