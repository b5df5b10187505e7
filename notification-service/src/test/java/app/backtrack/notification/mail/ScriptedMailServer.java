package app.backtrack.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server on loopback that answers as a test wants it to; an empty answer closes the connection instead. */
final class ScriptedMailServer implements AutoCloseable {
    private static final String END_OF_MAIL = ".";

    private final Map<String, String> answers;
    private final ServerSocket listener;

    /** Answers commands by their first word, as in {@code RCPT}, and the end of the mail by {@code "."}; else 250. */
    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("scripted-mail-server").start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        boolean inMail = false;
        for (String word = "greeting"; ; ) {
            String answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 fine");
            if (answer.isEmpty()) {
                return;
            }
            out.print((word.equals("greeting") && answer.startsWith("250") ? "220 fine" : answer) + "\r\n");
            out.flush();
            inMail = word.equals("DATA") && answer.startsWith("354");
            String line = in.readLine();
            while (inMail && line != null && !line.equals(END_OF_MAIL)) {
                line = in.readLine();
            }
            if (line == null) {
                return;
            }
            word = line.split(" ", 2)[0];
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
