/** What those who visit a person are told of them: sealed by reception, opened for a reading. */
package org.puente.followup.dossiers;
