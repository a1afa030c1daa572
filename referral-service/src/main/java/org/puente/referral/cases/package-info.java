/** Cases of this node and the consents they go by, from the facts of its reception. */
package org.puente.referral.cases;
