/** All that reception holds of one case, for the person (ADR 047). */
package org.puente.reception.export;
