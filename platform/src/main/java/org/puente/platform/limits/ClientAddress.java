package org.puente.platform.limits;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address that a request comes from. X-Forwarded-For is trusted only as far as our own proxies
 * wrote it. Each proxy adds, at the right, the address that it got the request from; what stands
 * before that may be forged.
 */
@ApplicationScoped
public class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int proxies;

    /**
     * @param proxies how many proxies of our own stand before this service
     */
    ClientAddress(@ConfigProperty(name = "puente.http.proxies") int proxies) {
        this.proxies = proxies;
    }

    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
    }

    /**
     * @param peer the address that opened the connection
     * @param forwarded the values of X-Forwarded-For
     * @return the IPv4 address, or the /64 network of an IPv6 address, which is one subscriber's,
     *     in hexadecimal; the peer as it is if it is no address
     */
    String of(String peer, List<String> forwarded) {
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        return proxies == 0 || hops.size() < proxies
                ? network(peer).orElse(peer)
                : network(withoutPort(hops.get(hops.size() - proxies)))
                        .or(() -> network(peer))
                        .orElse(peer);
    }

    private static String withoutPort(String hop) {
        return hop.startsWith("[")
                ? hop.substring(1, Math.max(1, hop.indexOf(']')))
                : hop.indexOf(':') == hop.lastIndexOf(':') ? hop.split(":", 2)[0] : hop;
    }

    /** Empty if the text is no address. */
    private static Optional<String> network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            // Reads an IPv4 address that is written as IPv6 as IPv4.
            byte[] plain = InetAddress.getByAddress(bytes).getAddress();
            int length = Math.min(plain.length, IPV6_NETWORK_BYTES);
            return Optional.of(HexFormat.of().formatHex(plain, 0, length));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
