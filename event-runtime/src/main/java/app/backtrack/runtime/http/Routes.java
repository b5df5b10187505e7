package app.backtrack.runtime.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows which methods a path has, for the {@code Allow} of a 405, which the framework leaves out. */
@Singleton
public class Routes {
    private final List<Route> routes = new ArrayList<>();

    Routes(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> add(bean.getBeanClass()));
    }

    private record Route(Pattern path, String method) {}

    private void add(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        if (root != null) {
            for (Method method : resource.getDeclaredMethods()) {
                Path below = method.getAnnotation(Path.class);
                Arrays.stream(method.getAnnotations())
                        .map(Routes::httpMethod)
                        .filter(verb -> !verb.isEmpty())
                        .forEach(verb -> routes.add(new Route(pattern(root, below), verb)));
            }
        }
    }

    private static String httpMethod(Annotation annotation) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        return verb == null ? "" : verb.value();
    }

    private static Pattern pattern(Path root, @Nullable Path below) {
        String path = root.value() + "/" + (below == null ? "" : below.value());
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                pattern.append('/').append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
            }
        }
        return Pattern.compile(pattern + "/?");
    }

    /** The methods that a path has, in alphabetical order. */
    Set<String> methodsOf(String path) {
        Set<String> methods = new TreeSet<>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        return methods;
    }
}
