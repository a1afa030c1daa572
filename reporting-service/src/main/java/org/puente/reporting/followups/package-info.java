/** What became of each follow-up. */
package org.puente.reporting.followups;
