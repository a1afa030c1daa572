/** The charts of deploy/kubernetes, rendered by Helm and judged without a cluster. */
package org.puente.kubernetes;
