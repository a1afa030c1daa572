/**
 * What a service does after its database was restored from a backup: it notices, takes in again the
 * facts published since, and lets nobody write before.
 */
package org.puente.platform.restore;
