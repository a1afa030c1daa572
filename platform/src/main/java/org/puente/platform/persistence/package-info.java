/** The database: units of work, batched inserts, sequential steps, and which faults may pass. */
package org.puente.platform.persistence;
