/** The symbols of codes that people read from paper and type. */
package org.puente.reception.codes;
