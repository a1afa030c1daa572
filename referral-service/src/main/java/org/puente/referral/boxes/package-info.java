/** The boxes of institutions: the referrals in each, page by page, and one referral in full. */
package org.puente.referral.boxes;
