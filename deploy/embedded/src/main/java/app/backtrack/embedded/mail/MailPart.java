package app.backtrack.embedded.mail;

import app.backtrack.embedded.Part;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An SMTP server that keeps each mail as a file, and a page that shows them. */
public final class MailPart {

    private MailPart() {}

    /** Starts both; a mail is acknowledged only when its file is written. */
    public static Part start(Path data, int smtpPort, int pagePort) throws IOException {
        MailFolder folder = new MailFolder(data.resolve("mail"));
        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        page.createContext("/", new MailPage(folder));
        ExecutorService pageThreads = Executors.newVirtualThreadPerTaskExecutor();
        page.setExecutor(pageThreads);
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        UserManager users = smtp.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            keep(folder, message.getMessage());
            return recipient(users, recipient.getEmail());
        });
        smtp.start();
        page.start();
        return () -> {
            smtp.stop();
            page.stop(0);
            pageThreads.close();
        };
    }

    private static void keep(MailFolder folder, MimeMessage message) throws MessagingException {
        try {
            folder.keep(message, Clock.systemUTC().instant());
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept", e);
        }
    }

    private static GreenMailUser recipient(UserManager users, String email) throws UserException {
        GreenMailUser known = users.getUserByEmail(email);
        return known == null ? users.createUser(email, email, "unused") : known;
    }
}
