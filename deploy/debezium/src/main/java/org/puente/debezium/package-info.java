/** Debezium's embedded engine as a relay of an outbox, for the bench. */
package org.puente.debezium;
