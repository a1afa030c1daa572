/** What is done on referrals as time passes. */
package org.puente.referral.clock;
