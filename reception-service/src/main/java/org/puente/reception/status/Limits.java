package org.puente.reception.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.CaseId;
import org.puente.platform.limits.AddressLimits;
import org.puente.platform.limits.Buckets;

/** Limits of tries, from one address, at this instance and with one code; and of what is sent about one case. */
@ApplicationScoped
class Limits {
    private static final Duration DAY = Duration.ofDays(1);

    /** Enough for one about each service. */
    private static final int SENT_IN_A_DAY = 10;

    private final AddressLimits addresses;
    private final Buckets codes;
    private final Buckets sent;

    Limits(
            Clock clock,
            @ConfigProperty(name = "puente.status.tries-per-address") int perAddress,
            @ConfigProperty(name = "puente.status.tries-per-instance") int perInstance,
            @ConfigProperty(name = "puente.status.tries-per-code") int perCode) {
        addresses = new AddressLimits(clock, perAddress, perInstance);
        codes = new Buckets(clock, perCode, perCode, DAY);
        sent = new Buckets(clock, SENT_IN_A_DAY, SENT_IN_A_DAY, DAY);
    }

    /**
     * Counts a try.
     *
     * @return how long to wait; empty if the try is allowed
     */
    Optional<Duration> enter(String address) {
        return addresses.enter(address);
    }

    /**
     * Counts a try with a code, even if the code does not exist. A try that was right, or that we
     * failed to answer, is {@link #giveBack given back}.
     */
    Optional<Duration> tries(String mark) {
        return codes.take(mark);
    }

    void giveBack(String mark) {
        codes.giveBack(mark);
    }

    /**
     * Counts what is sent about a case, from each address for itself: whoever else has the code leaves the person as
     * many. What is not taken in is {@link #takeBack taken back}.
     *
     * @return false if enough was sent from there
     */
    boolean sends(Sending sending) {
        return sent.take(sending.toString()).isEmpty();
    }

    void takeBack(Sending sending) {
        sent.giveBack(sending.toString());
    }

    /**
     * From where what is sent about which case.
     *
     * @param what a complaint, or a request of one kind
     */
    record Sending(String address, CaseId caseId, String what) {}
}
