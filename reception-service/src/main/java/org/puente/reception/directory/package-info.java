/** What reception knows of its node's directory: the time zone, and where people are received. */
package org.puente.reception.directory;
