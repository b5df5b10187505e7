package app.backtrack.notification.dispatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A clinic's software on this machine: notes what it gets, and answers as it was told to, at the end with 204. */
final class HookReceiver implements AutoCloseable {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile int lastly = 204;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    HookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Integer status = statuses.poll();
        exchange.sendResponseHeaders(status == null ? lastly : status, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answers(int... next) {
        for (int status : next) {
            statuses.add(status);
        }
    }

    /** What is answered from now on, once nothing else is left to be. */
    void answersForGood(int status) {
        lastly = status;
    }

    /** From now on each call hangs until the receiver is closed. */
    void hangs() {
        gate = new CountDownLatch(1);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }

    /** One call as it came. */
    record Call(String id, long timestamp, String signature, String body) {}
}
