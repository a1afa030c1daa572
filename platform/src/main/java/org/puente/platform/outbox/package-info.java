/**
 * Facts that go out: written in the transaction that made them, then sent to Kafka in their order.
 * Begin with {@link org.puente.platform.outbox.Outbox}, then {@link org.puente.platform.outbox.Relay}.
 */
package org.puente.platform.outbox;
