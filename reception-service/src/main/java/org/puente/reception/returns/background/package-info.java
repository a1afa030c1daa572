/** Under which law, why and how people came back, their earlier work and their studies. */
package org.puente.reception.returns.background;
