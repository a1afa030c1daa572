/** The words in which a consent is explained to a person, and shown to them later. */
package org.puente.reception.wording;
