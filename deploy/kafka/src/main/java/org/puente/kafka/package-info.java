/**
 * The backbone as it is declared: from one list of nodes follow all topics, principals and access
 * rules, and a run of {@link org.puente.kafka.Provisioning} brings a cluster to that state.
 */
package org.puente.kafka;
