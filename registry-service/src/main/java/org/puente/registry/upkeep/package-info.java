/**
 * This node's own entries: the forms that editors write of their institution and its offers, and
 * the published states that follow from them.
 */
package org.puente.registry.upkeep;
