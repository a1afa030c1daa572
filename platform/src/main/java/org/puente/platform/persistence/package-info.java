/** The database: units of work, batched inserts, sequential steps, and which of its faults pass. */
package org.puente.platform.persistence;
