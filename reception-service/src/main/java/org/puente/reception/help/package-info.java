/** Help that a reception point gives without a referral. */
package org.puente.reception.help;
