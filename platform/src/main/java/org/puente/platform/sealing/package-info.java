/**
 * Data of a person, readable for its recipient alone: sealing, this node's keys and their rotation.
 * Begin with {@link org.puente.platform.sealing.Seal}.
 */
package org.puente.platform.sealing;
