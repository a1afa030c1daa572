/** What a service's tests need of the backbone. */
package org.puente.local.testing;
