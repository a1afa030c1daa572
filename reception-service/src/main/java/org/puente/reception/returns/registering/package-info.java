/** The desk registers a return, and hands out the code for the status. */
package org.puente.reception.returns.registering;
