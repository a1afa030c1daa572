/** The stored documents of this node's entries, and what keeps their published states in line with them. */
package org.puente.registry.documents;
