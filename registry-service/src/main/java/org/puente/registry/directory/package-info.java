/**
 * The whole region's directory as its nodes publish it: this node's own entries and the copies of
 * all others'.
 */
package org.puente.registry.directory;
