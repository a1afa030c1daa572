package org.puente.followup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.puente.platform.testing.TestClock;

/** What the service takes for the time in its tests. */
@ApplicationScoped
@Alternative
@Priority(1)
public class ServiceClock extends TestClock {}
