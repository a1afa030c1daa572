/** The directory of the whole region as this service needs it: nodes' keys, offers, free places. */
package org.puente.referral.directory;
