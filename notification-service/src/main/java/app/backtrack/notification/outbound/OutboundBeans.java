package app.backtrack.notification.outbound;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

/** Makes the client of requests to others' addresses. */
final class OutboundBeans {
    /** More than are ever under way at once, so that nobody waits for a connection. */
    private static final int CONNECTIONS = 512;

    @Produces
    @Singleton
    OutboundClient client(OutboundConfig config, InstantSource clock) throws NoSuchAlgorithmException {
        return client(config, clock, InetAddress::getAllByName, SSLContext.getDefault());
    }

    static OutboundClient client(OutboundConfig config, InstantSource clock, NameLookup names, SSLContext tls) {
        GuardedLookup lookup = new GuardedLookup(names, config.loopbackAllowed());
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(lookup)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(config.connectDeadline()))
                        .setSocketTimeout(timeout(config.deadline()))
                        .build())
                .build();
        return new OutboundClient(http(connections, config), lookup, config, clock);
    }

    /** Does nothing on its own: no redirect, no second try, no proxy, no cookies, no connection kept for the next. */
    private static CloseableHttpClient http(HttpClientConnectionManager connections, OutboundConfig config) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(config.deadline()))
                        .setConnectionRequestTimeout(timeout(config.deadline()))
                        .build())
                .setUserAgent("Backtrack/1")
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    void close(@Disposes OutboundClient client) throws IOException {
        client.close();
    }
}
