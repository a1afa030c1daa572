/** On which days offices work, for deadlines that a law counts in working days. */
package org.puente.reception.calendar;
