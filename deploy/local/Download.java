import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Fetches a file where there is neither curl nor wget: {@code java Download.java URL FILE}. */
final class Download {

    private Download() {}

    public static void main(String[] arguments) throws Exception {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(arguments[0])).build();
            int status = http.send(request, BodyHandlers.ofFile(Path.of(arguments[1]))).statusCode();
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }
    }
}
