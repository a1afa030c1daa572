/** JSON as the contracts define it, strict in reading. */
package org.puente.platform.json;
