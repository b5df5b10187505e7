package app.backtrack.runtime.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads off a resource's methods what each operation is called, whose data it shows and which scope it takes. */
@Singleton
final class Operations {
    /** The path parameter that names a patient. */
    static final String PATIENT = "patientId";

    private final Map<Method, Operation> known = new ConcurrentHashMap<>();

    /**
     * One operation.
     *
     * @param name method and path template, such as {@code GET /v1/patients/{patientId}/progress}
     * @param shows whose data it shows; empty where nobody said so
     * @param scope what a clinic system's token needs; empty where none may call it
     */
    record Operation(String name, Optional<Shown> shows, Optional<String> scope) {}

    Operation of(Method method) {
        return known.computeIfAbsent(method, Operations::read);
    }

    private static Operation read(Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(Operations::verb)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        String path = path(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class));
        Optional<Shown> shows = shows(method, verb, path);
        return new Operation(verb + " " + path, shows, scope(method, verb, shows));
    }

    private static String verb(Annotation annotation) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        return verb == null ? "" : verb.value();
    }

    private static String path(@Nullable Path root, @Nullable Path below) {
        StringBuilder path = new StringBuilder();
        for (Path part : new Path[] {root, below}) {
            if (part != null) {
                path.append(part.value().startsWith("/") ? "" : "/").append(part.value());
            }
        }
        return path.toString();
    }

    private static Optional<Shown> shows(Method method, String verb, String path) {
        Shows declared = method.getAnnotation(Shows.class);
        if (declared == null) {
            declared = method.getDeclaringClass().getAnnotation(Shows.class);
        }
        if (declared != null) {
            return Optional.of(declared.value());
        }
        if (!path.contains("{" + PATIENT + "}")) {
            return Optional.empty();
        }
        return switch (verb) {
            case "GET" -> Optional.of(Shown.PATIENT_IN_PATH);
            case "PUT", "DELETE" -> Optional.of(Shown.WHAT_WAS_WRITTEN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> scope(Method method, String verb, Optional<Shown> shows) {
        boolean reads =
                verb.equals("GET") || shows.filter(Shown.PATIENTS_NAMED::equals).isPresent();
        return Optional.ofNullable(method.getDeclaringClass().getAnnotation(SystemScope.class))
                .map(area -> area.value() + (reads ? ":read" : ":write"));
    }
}
