/** Requests that wait for facts that are still on their way, instead of being sent again. */
package org.puente.platform.waiting;
