/** The whole region on one machine: real servers and all nodes, for people and for tests. */
package org.puente.local;
