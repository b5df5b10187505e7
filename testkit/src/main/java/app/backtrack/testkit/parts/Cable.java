package app.backtrack.testkit.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Carries connections from a loopback port to an address while it is plugged in; otherwise nobody listens there. It can
 * be long: each direction then takes its time, and loses and reorders nothing. Safe for use by several threads.
 */
public final class Cable implements AutoCloseable {
    private static final int CHUNK = 65_536;
    /** Bounds what is on the way in one direction. */
    private static final int CHUNKS = 64;

    private static final byte[] END = new byte[0];

    private final int localPort;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService wires = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("cable-", 0).factory());
    private volatile Duration delay = Duration.ZERO;
    private ServerSocket plug;

    /** For a port that is free. */
    public Cable(int localPort) throws IOException {
        this.localPort = localPort;
        this.plug = new ServerSocket();
    }

    /** Where it begins. */
    public int port() {
        return localPort;
    }

    /** Begins to carry connections to {@code address}, {@code host:port}. */
    public synchronized void plugIn(String address) throws IOException {
        int colon = address.indexOf(':');
        ServerSocket plugged = new ServerSocket();
        plugged.setReuseAddress(true);
        plugged.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), localPort));
        plug = plugged;
        InetSocketAddress target =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        wires.execute(() -> accept(plugged, target));
    }

    /** Breaks every connection; nobody listens until it is plugged in again. */
    public synchronized void pull() throws IOException {
        plug.close();
        ends.forEach(Cable::hangUp);
    }

    /** From now on, how long whatever is sent is on its way, in each direction. */
    public void delay(Duration oneWay) {
        delay = oneWay;
    }

    private void accept(ServerSocket plugged, InetSocketAddress target) {
        while (!plugged.isClosed()) {
            try {
                join(plugged.accept(), target);
            } catch (IOException | RejectedExecutionException e) {
                // Pulled, or closed: the loop is over, too.
            }
        }
        ends.forEach(Cable::hangUp);
    }

    private void join(Socket here, InetSocketAddress target) {
        Socket there = new Socket();
        ends.add(here);
        ends.add(there);
        try {
            there.connect(target);
            carry(here, there);
            carry(there, here);
        } catch (IOException e) {
            // Nobody is at the other end, so the caller finds the line dead.
            hangUp(here);
        }
    }

    private record Chunk(byte[] bytes, long dueNanos) {}

    private void carry(Socket from, Socket to) {
        BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>(CHUNKS);
        wires.execute(() -> read(from, underWay));
        wires.execute(() -> write(underWay, from, to));
    }

    private void read(Socket from, BlockingQueue<Chunk> underWay) {
        byte[] buffer = new byte[CHUNK];
        try {
            int count = from.getInputStream().read(buffer);
            while (count >= 0) {
                underWay.put(new Chunk(Arrays.copyOf(buffer, count), System.nanoTime() + delay.toNanos()));
                count = from.getInputStream().read(buffer);
            }
            underWay.put(new Chunk(END, System.nanoTime()));
        } catch (IOException e) {
            // One end hung up.
            hangUp(from);
            underWay.clear();
            var unused = underWay.offer(new Chunk(END, System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(BlockingQueue<Chunk> underWay, Socket from, Socket to) {
        try (from;
                to) {
            Chunk next = underWay.take();
            while (next.bytes().length > 0) {
                TimeUnit.NANOSECONDS.sleep(next.dueNanos() - System.nanoTime());
                to.getOutputStream().write(next.bytes());
                next = underWay.take();
            }
        } catch (IOException e) {
            // One end hung up; closing both is all there is to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        pull();
        wires.shutdownNow();
    }
}
