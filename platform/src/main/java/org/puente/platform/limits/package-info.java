/** How much one caller may take of an instance: requests, live streams, time to send a body. */
package org.puente.platform.limits;
