/** Reception registers people who returned, and shows them the status of their case. */
package org.puente.reception;
