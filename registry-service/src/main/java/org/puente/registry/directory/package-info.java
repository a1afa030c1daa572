/**
 * The directory of the whole region as its nodes publish it: this node's own entries, and copies of
 * all other nodes' entries.
 */
package org.puente.registry.directory;
