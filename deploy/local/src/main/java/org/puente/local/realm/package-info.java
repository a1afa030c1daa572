/**
 * The realm in which institutions and people are known, as two files that are derived from the
 * catalogue: what production imports, and with invented people and one secret what runs locally.
 */
package org.puente.local.realm;
