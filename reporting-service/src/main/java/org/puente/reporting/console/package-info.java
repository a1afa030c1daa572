/** Web pages for people: what happens in the region now, and what is stuck. */
package org.puente.reporting.console;
