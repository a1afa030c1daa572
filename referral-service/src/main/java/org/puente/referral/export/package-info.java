/** All that this service holds of one case, for the person (ADR 047). */
package org.puente.referral.export;
