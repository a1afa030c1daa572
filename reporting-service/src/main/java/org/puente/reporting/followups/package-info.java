/** The state of each follow-up, and the end of each case. */
package org.puente.reporting.followups;
