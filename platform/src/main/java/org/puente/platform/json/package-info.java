/** JSON as the contracts have it, strict on the way in. */
package org.puente.platform.json;
