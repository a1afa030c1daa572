/**
 * What a service demands of its settings before it starts as production. All that is wrong is reported at
 * once.
 */
package org.puente.platform.production;
