/** Which of this node's entries can be relied on, and who has to look after those that can't. */
package org.puente.registry.freshness;
