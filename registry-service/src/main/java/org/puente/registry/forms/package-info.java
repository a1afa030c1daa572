/** What an editor writes of an institution or an offer: forms, their faults, and the state that follows from them. */
package org.puente.registry.forms;
