/**
 * The person's own view: by a code and the year of birth, without login, what became of their case.
 */
package org.puente.reception.status;
