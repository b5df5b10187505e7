package app.backtrack.local;

import java.net.URI;

/**
 * Where a local system answers.
 *
 * @param web what people open
 * @param program program-service
 * @param tracking tracking-service
 * @param notification notification-service
 * @param token the issuer's token endpoint
 * @param mail the page with sent mail
 */
public record LocalUrls(URI web, URI program, URI tracking, URI notification, URI token, URI mail) {

    static LocalUrls of(ServicePorts ports, URI token, String mail) {
        return new LocalUrls(
                loopback(ports.web()),
                loopback(ports.program()),
                loopback(ports.tracking()),
                loopback(ports.notification()),
                token,
                URI.create(mail));
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
