/**
 * What reception knows of the directory: of its own node the time zone and where people are
 * received, of every node what a person may be told of a service.
 */
package org.puente.reception.directory;
