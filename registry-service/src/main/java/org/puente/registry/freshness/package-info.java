/** Which of this node's entries are stale, and which institution has to assure them. */
package org.puente.registry.freshness;
