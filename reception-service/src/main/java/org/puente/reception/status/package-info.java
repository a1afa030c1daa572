/** The person's own view of the case: by code and year of birth, without login. */
package org.puente.reception.status;
