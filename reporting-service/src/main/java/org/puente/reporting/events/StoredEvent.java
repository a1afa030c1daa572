package org.puente.reporting.events;

import java.util.UUID;

/**
 * A fact as the event log holds it.
 *
 * @param position higher than that of every event which came in before it
 * @param type the ce_type
 * @param caseId null where the fact is about no single case
 * @param json the CloudEvent in structured JSON
 */
public record StoredEvent(long position, String node, String stream, String type, UUID caseId, String json) {}
