/** The boxes of institutions: what is asked of a box, and one referral of it in full. */
package org.puente.referral.boxes;
