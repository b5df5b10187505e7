package app.backtrack.local.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A clinic's software that is called by webhooks, and behaves well or badly. */
final class HookReceiver implements AutoCloseable {
    private static final String ID = "webhook-id:";
    private static final String NEVER_ENDING = "HTTP/1.1 200 OK\r\nX-Padding: " + "a".repeat(4_000);
    private static final long BETWEEN_LETTERS_MILLIS = 200;

    private final Manner manner;
    private final ServerSocket door;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    HookReceiver(Manner manner) throws IOException {
        this.manner = manner;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::open);
    }

    /** How it answers. */
    enum Manner {
        /** At once. */
        QUICKLY,
        /** It takes a call and never says anything. */
        NEVER,
        /** A letter now and then, and never all of it. */
        DRIBBLING
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/hook";
    }

    /** The id of each call that came, in that order. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                callers.add(caller);
                threads.execute(() -> take(caller));
            } catch (IOException e) {
                // Closed: the loop is over.
            }
        }
    }

    private void take(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                if (line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                    ids.add(line.substring(ID.length()).strip());
                }
                line = in.readLine();
            }
            answer(caller);
        } catch (IOException e) {
            // The caller gave up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            callers.remove(caller);
        }
    }

    private void answer(Socket caller) throws IOException, InterruptedException {
        switch (manner) {
            case QUICKLY -> write(caller, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            case NEVER -> closing.await();
            case DRIBBLING -> {
                for (int at = 0; at < NEVER_ENDING.length(); at++) {
                    write(caller, NEVER_ENDING.substring(at, at + 1));
                    if (closing.await(BETWEEN_LETTERS_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        }
    }

    private static void write(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
        for (Socket caller : callers) {
            caller.close();
        }
        threads.shutdownNow();
    }
}
