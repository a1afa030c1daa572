package org.puente.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writes the same bytes to all who are connected, and nothing else: a process of its own. Its first
 * client states which bytes (a length and as many bytes, again and again) and ends it by leaving; all
 * others only read.
 */
final class RawServer {
    private RawServer() {}

    /** Prints its port. */
    public static void main(String... nothing) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
            System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
            SocketChannel master = server.accept();
            List<SocketChannel> readers = new CopyOnWriteArrayList<>();
            Thread.ofPlatform().daemon().start(() -> accept(server, readers));
            serve(new DataInputStream(master.socket().getInputStream()), readers);
        }
    }

    private static void accept(ServerSocketChannel server, List<SocketChannel> readers) {
        try {
            while (true) {
                SocketChannel reader = server.accept();
                OutputStream hello = reader.socket().getOutputStream();
                hello.write(":\n".getBytes());
                readers.add(reader);
            }
        } catch (IOException e) {
            // the master has left
        }
    }

    private static void serve(DataInputStream orders, List<SocketChannel> readers) throws IOException {
        try {
            while (true) {
                byte[] bytes = orders.readNBytes(orders.readInt());
                ByteBuffer all = ByteBuffer.wrap(bytes);
                for (SocketChannel reader : readers) {
                    all.rewind();
                    while (all.hasRemaining()) {
                        reader.write(all);
                    }
                }
            }
        } catch (EOFException e) {
            // the master has left
        }
    }
}
