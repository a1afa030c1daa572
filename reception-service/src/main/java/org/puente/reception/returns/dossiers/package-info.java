/** What is sealed of a person, as far as consents permit it. */
package org.puente.reception.returns.dossiers;
