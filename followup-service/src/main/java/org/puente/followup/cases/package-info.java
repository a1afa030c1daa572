/**
 * A case as follow-up sees it: a return, the consent to follow it up, its plan, and the visits that
 * were made.
 */
package org.puente.followup.cases;
