package org.puente.referral.webhooks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet. An institution may not have a node call any other:
 * the node's own servers, its cloud's metadata, the machine itself.
 */
final class Addresses {
    /** IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast, and a cloud's metadata. */
    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** The only IPv6 addresses that have been given out as global unicast (RFC 4291, 2.4; RFC 3587)… */
    private static final List<Block> PUBLIC_6 = blocks("2000::/3");

    /** … without its ranges in the registry of special purposes; 2002 and 2001:0 hide IPv4 addresses. */
    private static final List<Block> NOT_PUBLIC_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private Addresses() {}

    private record Block(BigInteger start, int length, int bits) {
        static Block of(String text) {
            String[] parts = text.split("/");
            byte[] start = literal(parts[0]);
            return new Block(new BigInteger(1, start), Integer.parseInt(parts[1]), start.length * 8);
        }

        boolean holds(byte[] address) {
            int rest = bits - length;
            return address.length * 8 == bits
                    && new BigInteger(1, address).shiftRight(rest).equals(start.shiftRight(rest));
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? !within(NOT_PUBLIC, bytes) : within(PUBLIC_6, bytes) && !within(NOT_PUBLIC_6, bytes);
    }

    private static boolean within(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
