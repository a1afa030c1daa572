/**
 * Complaints of people about an institution, told to one that is independent of it and of the desk
 * (ADR 047).
 */
package org.puente.reception.complaints;
