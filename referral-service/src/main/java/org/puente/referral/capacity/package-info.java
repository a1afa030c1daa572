/** Places of this node's offers: taken when a referral is accepted, given back when it ends, waited for. */
package org.puente.referral.capacity;
