/** What this node's directory says about who follows people up, where, and by which calendar. */
package org.puente.followup.directory;
