/** The lists of codes of reception, with labels, so that desks can fill drop-downs. */
package org.puente.reception.returns.codes;
