package org.puente.reception.returns.protection;

import java.time.Duration;
import org.puente.reception.returns.Registration;

/** Says of whom something is owed, and how soon. */
interface ProtectionRule {
    /** A slug; the text of that name says what to do. */
    String code();

    boolean appliesTo(Registration registration);

    /** The time from registration until it has to be done; zero: before the person leaves the desk. */
    Duration within();
}
