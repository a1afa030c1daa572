/**
 * The directory as reception needs it: the own node's time zone and reception points, and of every
 * node what a person may be shown of a service.
 */
package org.puente.reception.directory;
