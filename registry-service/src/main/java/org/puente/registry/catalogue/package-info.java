/**
 * The initial entries of a node, from the catalogue of the source documents, and the node's own
 * state with its keys.
 */
package org.puente.registry.catalogue;
