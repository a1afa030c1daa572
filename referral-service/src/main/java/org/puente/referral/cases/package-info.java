/** Cases of this node and their consents: who may see a case, and what the end of a consent does. */
package org.puente.referral.cases;
