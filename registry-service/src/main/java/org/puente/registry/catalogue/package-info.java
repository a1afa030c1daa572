/**
 * What a node brings to its first start: its own part of the catalogue that the source documents
 * name; and at each start, its keys.
 */
package org.puente.registry.catalogue;
