/** Reception: a person who returned is registered, and can see what became of their case. */
package org.puente.reception;
