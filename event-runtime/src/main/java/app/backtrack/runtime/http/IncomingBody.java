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
 * Watches a body while it is read. One that does not say its length is refused as soon as more than
 * {@link BodyLimit#MAX_BYTES} of it came: the server's own limit, twice as high, would refuse without saying why. One
 * that stops is told from a failure of ours.
 */
@Provider
final class IncomingBody implements ReaderInterceptor {
    private final CurrentVertxRequest current;

    IncomingBody(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        request.setInputStream(new Watched(request.getInputStream(), current.getCurrent()));
        return request.proceed();
    }

    /** The body went over the limit while it was read; no runtime exception, which JSON readers wrap. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is too large");
        }
    }

    /** The rest of the body will not come: whoever sent it hung up, or was too slow and has been answered. */
    static final class CutOff extends IOException {
        private static final long serialVersionUID = 1L;

        CutOff(IOException cause) {
            super("the body stopped arriving", cause);
        }
    }

    private static final class Watched extends FilterInputStream {
        private final RoutingContext request;
        private long bytes;

        Watched(InputStream body, RoutingContext request) {
            super(body);
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            byte[] next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : next[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = readOrCutOff(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private int readOrCutOff(byte[] into, int from, int length) throws CutOff {
            try {
                return super.read(into, from, length);
            } catch (IOException e) {
                throw new CutOff(e);
            }
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
