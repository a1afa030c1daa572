/** Identifiers of what a service makes. */
package org.puente.platform.ids;
