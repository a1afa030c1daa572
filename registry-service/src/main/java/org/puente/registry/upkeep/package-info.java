/**
 * This node's own entries: what editors write of their institution and its offers, and how it
 * becomes the state that the node publishes.
 */
package org.puente.registry.upkeep;
