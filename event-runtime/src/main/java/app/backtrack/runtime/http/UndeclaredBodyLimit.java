package app.backtrack.runtime.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that does not say its length as soon as more than {@link BodyLimit#MAX_BYTES} of it came. The server's
 * own limit, twice as high, would refuse without saying why.
 */
@Provider
final class UndeclaredBodyLimit implements ReaderInterceptor {
    private final CurrentVertxRequest current;

    UndeclaredBodyLimit(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        request.setInputStream(new Counted(request.getInputStream(), current.getCurrent()));
        return request.proceed();
    }

    /** The body went over the limit while it was read; no runtime exception, which JSON readers wrap. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is too large");
        }
    }

    private static final class Counted extends FilterInputStream {
        private final RoutingContext request;
        private long bytes;

        Counted(InputStream body, RoutingContext request) {
            super(body);
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws TooLarge {
            bytes += more;
            if (bytes > BodyLimit.MAX_BYTES) {
                EarlyAnswers.closeAfterwards(request.request());
                throw new TooLarge();
            }
        }
    }
}
