/**
 * What a registration obliges to do for a person: one class for each rule, with its source. A rule
 * reads what intake recorded and nothing else; it stops no registration.
 */
package org.puente.reception.returns.protection;
