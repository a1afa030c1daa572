/**
 * Overlaps and gaps of services: "a mapping that identifies each institution's functions and
 * programmes, so that actions aren't duplicated" and gaps are found (CRM workshop on sustainable
 * reintegration, 2022, recommendations at national level).
 */
package org.puente.registry.coverage;
