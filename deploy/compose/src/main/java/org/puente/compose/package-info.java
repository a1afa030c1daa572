/** The region in containers on one machine (deploy/compose): its secrets, its provisioning, the play. */
package org.puente.compose;
