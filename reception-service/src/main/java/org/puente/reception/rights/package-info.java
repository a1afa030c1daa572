/**
 * What people ask for who use a right over their data: access, rectification, erasure, objection.
 * Each request has a legal time to be answered (ADR 047).
 */
package org.puente.reception.rights;
