/** Notifies institutions' systems of changes in their boxes, by the Standard Webhooks scheme. */
package org.puente.referral.webhooks;
