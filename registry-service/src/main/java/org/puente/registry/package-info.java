/** The directory of institutions and offers: this node's own entries, and copies of all other nodes'. */
package org.puente.registry;
