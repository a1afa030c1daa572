/**
 * What crosses the walls between nodes: facts, their envelope, their topics and the referral
 * lattice.
 *
 * <p>One package on purpose, so that sealed interfaces may span files. Depends on the JDK alone.
 */
package org.puente.contracts;
