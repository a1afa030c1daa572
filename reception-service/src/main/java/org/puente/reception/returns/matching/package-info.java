/** People who may be the same: what the node proposes, what desks decide, and what follows for who counts as one. */
package org.puente.reception.returns.matching;
