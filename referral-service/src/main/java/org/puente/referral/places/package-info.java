/** Places of this node's offers: taken when a referral is accepted, given back when it ends. */
package org.puente.referral.places;
