package app.backtrack.program.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries connections from a local port to an address from when it is plugged in; before, nobody listens there. */
public final class Cable implements AutoCloseable {
    private final int localPort;
    private final ServerSocket plug;
    private final ExecutorService wires = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("cable-", 0).factory());

    /** For a port that is free. */
    public Cable(int localPort) throws IOException {
        this.localPort = localPort;
        this.plug = new ServerSocket();
    }

    /** Begins to carry connections to {@code address}, {@code host:port}. */
    public void plugIn(String address) throws IOException {
        int colon = address.indexOf(':');
        plug.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), localPort));
        wires.execute(() -> accept(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))));
    }

    private void accept(InetSocketAddress target) {
        while (!plug.isClosed()) {
            try {
                Socket here = plug.accept();
                Socket there = new Socket(target.getAddress(), target.getPort());
                wires.execute(() -> carry(here, there));
                wires.execute(() -> carry(there, here));
            } catch (IOException e) {
                if (!plug.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end hung up; closing both is all there is to do.
        }
    }

    @Override
    public void close() throws IOException {
        plug.close();
        wires.shutdownNow();
    }
}
