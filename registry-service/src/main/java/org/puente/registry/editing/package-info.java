/** The resources by which editors read and write their entries, and what they may write. */
package org.puente.registry.editing;
