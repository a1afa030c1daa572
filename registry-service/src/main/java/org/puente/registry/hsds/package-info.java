/**
 * The public directory of the whole region, without restricted offers, in the form of the Human
 * Services Data Specification 3.0 (Open Referral, docs.openreferral.org, API reference).
 */
package org.puente.registry.hsds;
