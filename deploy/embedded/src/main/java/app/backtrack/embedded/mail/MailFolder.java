package app.backtrack.embedded.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mails as {@code .eml} files in one folder. Their names sort by the time of receipt and end with a mark of the
 * {@code Message-ID}, so that those under one id are found without reading the others.
 */
final class MailFolder {

    private static final int SHOWN = 200;
    private static final String EXTENSION = ".eml";

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());
    private final AtomicLong sequence = new AtomicLong();

    MailFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Keeps a mail; it is whole on disk, under a name of its own, when this returns. */
    void keep(MimeMessage message, Instant receivedAt) throws IOException, MessagingException {
        String name = "%d-%06d%s"
                .formatted(
                        receivedAt.toEpochMilli(), sequence.getAndIncrement(), mark(orEmpty(message.getMessageID())));
        Path draft = folder.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(name + EXTENSION), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The newest mails, newest first, at most 200. */
    List<Mail> newest() throws IOException, MessagingException {
        return read("", SHOWN);
    }

    /** All mails under a {@code Message-ID}, newest first, however many came since. */
    List<Mail> under(String messageId) throws IOException, MessagingException {
        return read(mark(messageId), Long.MAX_VALUE).stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .toList();
    }

    private static String mark(String messageId) {
        return "-" + UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
    }

    private List<Mail> read(String mark, long atMost) throws IOException, MessagingException {
        List<Mail> mails = new ArrayList<>();
        for (Path file : files(mark, atMost)) {
            mails.add(read(file));
        }
        return mails;
    }

    private List<Path> files(String mark, long atMost) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(mark + EXTENSION))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .limit(atMost)
                    .toList();
        }
    }

    private Mail read(Path file) throws IOException, MessagingException {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            return new Mail(
                    name,
                    Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))))
                            .toString(),
                    orEmpty(message.getMessageID()),
                    InternetAddress.toUnicodeString(orNone(message.getFrom())),
                    InternetAddress.toUnicodeString(orNone(message.getAllRecipients())),
                    orEmpty(message.getSubject()),
                    text(message));
        }
    }

    private static String text(Part part) throws IOException, MessagingException {
        if (part.isMimeType("text/*")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Address[] orNone(Address @Nullable [] addresses) {
        return addresses == null ? new Address[0] : addresses;
    }
}
