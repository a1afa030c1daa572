/**
 * Identity: documents and their check digits, and the pseudonym that recognises a person at the
 * next return.
 */
package org.puente.reception.identity;
