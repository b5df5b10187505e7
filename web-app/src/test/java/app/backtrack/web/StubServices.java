package app.backtrack.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Stands where the services do, and answers with what it was asked, so that tests see what goes through. Also gives the
 * secrets that a deployment would.
 */
public final class StubServices implements QuarkusTestResourceLifecycleManager {
    private final HttpServer server;

    /** Listens from {@link #start} on. */
    public StubServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/echo", StubServices::echo);
        server.createContext("/v1/stream", StubServices::stream);
        server.createContext("/v1/elsewhere", StubServices::elsewhere);
        server.createContext("/v1/refusal", StubServices::refusal);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> settings = new HashMap<>();
        settings.put("backtrack.gateway.program", url);
        settings.put("backtrack.gateway.tracking", url);
        // Nobody listens there.
        settings.put("backtrack.gateway.notification", "http://127.0.0.1:9");
        settings.put("backtrack.page.secure", "false");
        settings.put("backtrack.session.keys", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("OIDC_WEB_CLIENT_SECRET", "a-secret-of-tests-with-32-letters");
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void echo(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String seen = call.getRequestMethod() + " " + call.getRequestURI() + "\n"
                + call.getRequestHeaders().entrySet() + "\n" + body;
        call.getResponseHeaders().add("Content-Type", "text/plain");
        call.getResponseHeaders().add("ETag", "\"3\"");
        call.getResponseHeaders().add("Link", "<http://10.0.0.1:8082/v1/echo?cursor=a>; rel=\"next\"");
        call.getResponseHeaders().add("Backtrack-Position", "p-1");
        call.getResponseHeaders().add("Set-Cookie", "theirs=1");
        answer(call, 202, seen);
    }

    /** Says one thing and then waits for the listener to go. */
    private static void stream(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        try (OutputStream out = call.getResponseBody()) {
            out.write("event: changed\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            call.getRequestBody().readAllBytes();
            out.write(": end\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void elsewhere(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Location", "http://127.0.0.1:9/stolen");
        answer(call, 302, "");
    }

    private static void refusal(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/problem+json");
        call.getResponseHeaders().add("Retry-After", "2");
        answer(call, 412, "{\"type\":\"urn:backtrack:problem:stale-version\",\"status\":412}");
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(bytes);
        }
    }
}
