/**
 * What must be set, and how, before a service starts as production; who may see what is set wrongly reads it
 * all at once.
 */
package org.puente.platform.production;
