package app.backtrack.notification.outbound;

import app.backtrack.notification.outbound.GuardedLookup.ForbiddenAddress;
import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Failure;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to addresses that others gave us: to public ones only, over a connection of its own each, without
 * following redirects, within a deadline, and without reading what comes back beyond its head.
 */
public final class OutboundClient implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboundClient.class);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final CloseableHttpClient http;
    private final GuardedLookup lookup;
    private final Duration deadline;
    private final boolean loopbackAllowed;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor deadlines;

    OutboundClient(CloseableHttpClient http, GuardedLookup lookup, OutboundConfig config, InstantSource clock) {
        this.http = http;
        this.lookup = lookup;
        this.deadline = config.deadline();
        this.loopbackAllowed = config.loopbackAllowed();
        this.clock = clock;
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Whether a URL's host leads to public addresses at this moment. Says the same of names that nobody knows. */
    public boolean leadsToThePublic(URI url) {
        try {
            return lookup.resolve(url.getHost()).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether this machine itself may be called. */
    public boolean loopbackAllowed() {
        return loopbackAllowed;
    }

    /** Sends a request and waits for the answer's head. */
    public OutboundAnswer post(OutboundRequest request) {
        if (TargetRules.flaw(request.url().toString(), loopbackAllowed).isPresent()) {
            return new Unanswered(Failure.FORBIDDEN_ADDRESS);
        }
        HttpPost post = new HttpPost(request.url());
        request.headers().forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(request.body(), null));
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return send(post);
        } catch (IOException e) {
            return new Unanswered(late.get() ? Failure.TIMED_OUT : failure(e));
        } finally {
            end.cancel(false);
        }
    }

    @SuppressWarnings("deprecation") // what replaces it reads the body to its end, however long that takes
    private OutboundAnswer send(HttpPost post) throws IOException {
        CloseableHttpResponse response = http.execute(post);
        try {
            return new Answered(response.getCode(), retryAt(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
        } finally {
            drop(post, response);
        }
    }

    /** Cancelled first, since closing alone would wait for the rest of the body. */
    private static void drop(HttpPost post, CloseableHttpResponse response) {
        post.cancel();
        try {
            response.close();
        } catch (IOException e) {
            LOG.debugf(
                    "A connection was gone before it was closed, cause=%s",
                    e.getClass().getSimpleName());
        }
    }

    private @Nullable Instant retryAt(@Nullable Header header) {
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        return SECONDS.matcher(value).matches()
                ? clock.instant().plusSeconds(Long.parseLong(value))
                : DateUtils.parseStandardDate(value);
    }

    private static Failure failure(IOException failure) {
        return switch (failure) {
            case ForbiddenAddress forbidden -> Failure.FORBIDDEN_ADDRESS;
            case UnknownHostException unknown -> Failure.UNKNOWN_HOST;
            case SSLException tls -> Failure.TLS_FAILED;
            case ConnectException refused -> Failure.UNREACHABLE;
            case NoRouteToHostException nowhere -> Failure.UNREACHABLE;
            case InterruptedIOException slow -> Failure.TIMED_OUT;
            default -> Failure.BROKEN;
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
