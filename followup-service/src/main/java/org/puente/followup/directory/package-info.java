/** The offices of this node that follow people up, their areas, and the node's calendar. */
package org.puente.followup.directory;
