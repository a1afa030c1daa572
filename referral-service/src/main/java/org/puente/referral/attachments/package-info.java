/**
 * Attachments: files that go with a referral, cut into sealed parts and put together to be read.
 */
package org.puente.referral.attachments;
