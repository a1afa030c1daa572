/**
 * Who somebody is: identity documents and their check digits, and the pseudonym by which a person
 * is known again at the next return.
 */
package org.puente.reception.identity;
