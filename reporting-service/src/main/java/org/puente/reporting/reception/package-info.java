/** What happens at reception points: help, landings, when people were registered and left. */
package org.puente.reporting.reception;
