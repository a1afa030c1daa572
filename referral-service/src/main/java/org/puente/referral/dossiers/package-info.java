/** Dossiers: sealed personal data for this node alone; opened, read under audit, erased. */
package org.puente.referral.dossiers;
