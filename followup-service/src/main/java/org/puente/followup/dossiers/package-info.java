/** Dossiers for visits: sealed by reception, opened for a reading. */
package org.puente.followup.dossiers;
