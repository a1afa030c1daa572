/** The lists of codes of intake, with labels, so that desks can fill drop-downs. */
package org.puente.reception.returns.codes;
