/** Which offers of the region suit a case, each with why or why not; never a bare score. */
package org.puente.referral.matching;
