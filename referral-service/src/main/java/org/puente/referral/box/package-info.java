/** What changes in an institution's boxes: a log that misses nothing, to be asked and streamed. */
package org.puente.referral.box;
