/**
 * The public face of the directory, as the Human Services Data Specification 3.0 has it (Open
 * Referral, docs.openreferral.org, API reference): the whole region's, without what is restricted.
 */
package org.puente.registry.hsds;
