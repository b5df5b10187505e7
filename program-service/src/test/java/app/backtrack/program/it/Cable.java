package app.backtrack.program.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries connections from a local port to an address from when it is plugged in; before, nobody listens there. */
public final class Cable implements AutoCloseable {
    private final ServerSocket plug;
    private final String host;
    private final int port;
    private final ExecutorService wires = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("cable-", 0).factory());

    /** Plugs in. */
    public Cable(int localPort, String address) throws IOException {
        this.plug = new ServerSocket(localPort, 50, InetAddress.getLoopbackAddress());
        this.host = address.substring(0, address.indexOf(':'));
        this.port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        wires.execute(this::accept);
    }

    private void accept() {
        while (!plug.isClosed()) {
            try {
                Socket here = plug.accept();
                Socket there = new Socket(host, port);
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
