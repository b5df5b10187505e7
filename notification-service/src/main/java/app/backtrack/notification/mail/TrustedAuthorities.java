package app.backtrack.notification.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Lets a clinic's own certificate authority vouch for its mail server. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /**
     * Makes sockets that trust the authorities in a PKCS #12 file and no others.
     *
     * @throws IllegalStateException if the file cannot be read: mail must not go out on other trust than was asked for
     */
    static SSLSocketFactory socketFactory(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(in, password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("backtrack.mail.trust-store cannot be read", e);
        }
    }
}
