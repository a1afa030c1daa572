/** Cases of this node and the consents they go by: whose they are, and what their end brings. */
package org.puente.referral.cases;
