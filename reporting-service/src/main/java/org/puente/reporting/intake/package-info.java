/** The door by which facts come in, and the order in which they have their effect. */
package org.puente.reporting.intake;
