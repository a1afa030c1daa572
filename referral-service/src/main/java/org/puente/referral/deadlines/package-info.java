/** Until when a referral is to be answered, and what time brings: reminders and expiry. */
package org.puente.referral.deadlines;
