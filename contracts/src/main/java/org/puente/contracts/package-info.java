/**
 * What nodes exchange: facts, their envelope, their topics and the referral lattice.
 *
 * <p>It is one package so that sealed interfaces may span files. It depends on the JDK alone.
 */
package org.puente.contracts;
