/** Referral: from a case of this node to a service delivered, here or in another country. */
package org.puente.referral;
