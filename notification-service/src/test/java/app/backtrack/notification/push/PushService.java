package app.backtrack.notification.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A push service on this machine (RFC 8030): notes what it gets, and answers as it was told to, at the end with 201.
 */
public final class PushService implements AutoCloseable {
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> ofBrowsers = new ConcurrentHashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    /** Listens on a free port. */
    public PushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        messages.add(new Message(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                header(exchange, "TTL"),
                header(exchange, "Urgency"),
                header(exchange, "Topic"),
                header(exchange, "Content-Encoding"),
                exchange.getRequestBody().readAllBytes()));
        Integer own = ofBrowsers.get(exchange.getRequestURI().getPath());
        Answer answer = own == null ? next() : new Answer(own, null);
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private synchronized Answer next() {
        Answer answer = answers.poll();
        return answer == null ? new Answer(201, null) : answer;
    }

    /** How the next message is answered that nothing was said of yet. */
    public synchronized void answers(int status, @Nullable String retryAfter) {
        answers.add(new Answer(status, retryAfter));
    }

    /** How each message for a browser is answered from now on. */
    public void answersOf(String browser, int status) {
        ofBrowsers.put("/push/" + browser, status);
    }

    /** Where a browser's messages go. */
    public String endpoint(String browser) {
        return origin() + "/push/" + browser;
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came, in order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, @Nullable String retryAfter) {}

    /** One message as it came. */
    public record Message(
            String method,
            String path,
            String authorization,
            String ttl,
            String urgency,
            String topic,
            String encoding,
            byte[] body) {}
}
