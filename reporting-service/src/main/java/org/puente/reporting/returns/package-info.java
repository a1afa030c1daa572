/** The returns as they are known last. */
package org.puente.reporting.returns;
