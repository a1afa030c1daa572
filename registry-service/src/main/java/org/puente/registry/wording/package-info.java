/** What the directory holds in codes, in words: Spanish and English. */
package org.puente.registry.wording;
