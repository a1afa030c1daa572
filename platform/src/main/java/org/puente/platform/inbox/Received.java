package org.puente.platform.inbox;

import java.util.Optional;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.Topic;

/**
 * A fact that has come in, checked against the topic it came by.
 *
 * @param fact empty for a removal from a compacted topic (a record without value)
 */
public record Received(Topic topic, Envelope envelope, Optional<Fact> fact) {}
