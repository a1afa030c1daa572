/** How much of an instance one caller may use: requests, live streams, time to send a body. */
package org.puente.platform.limits;
