/** The codes of the directory in Spanish and English words. */
package org.puente.registry.wording;
