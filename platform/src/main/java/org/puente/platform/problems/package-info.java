/** Why a request is refused, in words that do not depend on HTTP. */
package org.puente.platform.problems;
