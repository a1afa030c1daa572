package org.puente.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides by NetworkPolicies, as a cluster's network does, whether a connection is let through. */
record Traffic(List<NetworkPolicy> policies) {

    /**
     * One end of a connection.
     *
     * @param labels none of an address outside
     * @param ports of its containers, by name
     * @param address of one outside; empty of a pod
     */
    record Peer(String namespace, Map<String, String> labels, Map<String, Integer> ports, Optional<String> address) {
        static Peer pod(String namespace, Map<String, String> labels, Map<String, Integer> ports) {
            return new Peer(namespace, labels, ports, Optional.empty());
        }

        static Peer outside(String address) {
            return new Peer("", Map.of(), Map.of(), Optional.of(address));
        }
    }

    boolean allows(Peer from, Peer to, int port) {
        return leaves(from, to, port) && enters(from, to, port);
    }

    boolean leaves(Peer from, Peer to, int port) {
        List<NetworkPolicy> selecting = selecting(from, "Egress");
        return selecting.isEmpty()
                || selecting.stream()
                        .anyMatch(policy -> policy.getSpec().getEgress().stream()
                                .anyMatch(rule ->
                                        matches(rule.getTo(), to, policy) && matches(rule.getPorts(), port, to)));
    }

    boolean enters(Peer from, Peer to, int port) {
        List<NetworkPolicy> selecting = selecting(to, "Ingress");
        return selecting.isEmpty()
                || selecting.stream()
                        .anyMatch(policy -> policy.getSpec().getIngress().stream()
                                .anyMatch(rule ->
                                        matches(rule.getFrom(), from, policy) && matches(rule.getPorts(), port, to)));
    }

    private List<NetworkPolicy> selecting(Peer pod, String direction) {
        if (pod.address().isPresent()) {
            return List.of();
        }
        return policies.stream()
                .filter(policy -> policy.getMetadata().getNamespace().equals(pod.namespace()))
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> matches(policy.getSpec().getPodSelector(), pod.labels()))
                .toList();
    }

    /** No peers at all stand for everybody. */
    private static boolean matches(List<NetworkPolicyPeer> peers, Peer peer, NetworkPolicy policy) {
        return peers.isEmpty() || peers.stream().anyMatch(each -> matches(each, peer, policy));
    }

    private static boolean matches(NetworkPolicyPeer peers, Peer peer, NetworkPolicy policy) {
        if (peers.getIpBlock() != null) {
            // A pod has an address, too, of which nothing is known here: no rule may rest on it.
            return peer.address().isPresent()
                    && matches(peers.getIpBlock(), peer.address().get());
        }
        if (peer.address().isPresent()) {
            return false;
        }
        boolean namespace = peers.getNamespaceSelector() == null
                ? peer.namespace().equals(policy.getMetadata().getNamespace())
                : matches(peers.getNamespaceSelector(), Map.of("kubernetes.io/metadata.name", peer.namespace()));
        return namespace && (peers.getPodSelector() == null || matches(peers.getPodSelector(), peer.labels()));
    }

    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        if (selector.getMatchExpressions() != null
                && !selector.getMatchExpressions().isEmpty()) {
            throw new UnsupportedOperationException("matchExpressions");
        }
        return selector.getMatchLabels() == null
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    }

    private static boolean matches(List<NetworkPolicyPort> ports, int port, Peer to) {
        return ports.isEmpty() || ports.stream().anyMatch(each -> number(each, to) == port);
    }

    private static int number(NetworkPolicyPort port, Peer to) {
        return port.getPort().getIntVal() != null
                ? port.getPort().getIntVal()
                : to.ports().getOrDefault(port.getPort().getStrVal(), -1);
    }

    private static boolean matches(IPBlock block, String address) {
        return contains(block.getCidr(), address)
                && block.getExcept().stream().noneMatch(except -> contains(except, address));
    }

    private static boolean contains(String range, String address) {
        try {
            String[] parts = range.split("/");
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            byte[] host = InetAddress.getByName(address).getAddress();
            int free = network.length * 8 - Integer.parseInt(parts[1]);
            return network.length == host.length
                    && new BigInteger(1, network).shiftRight(free).equals(new BigInteger(1, host).shiftRight(free));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
