package app.backtrack.local;

import app.backtrack.testkit.parts.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of the services, all on 127.0.0.1.
 *
 * @param program program-service
 * @param tracking tracking-service
 * @param notification notification-service
 * @param web web-app
 */
public record ServicePorts(int program, int tracking, int notification, int web) {

    static ServicePorts free() {
        List<Integer> free = Ports.free(4);
        return new ServicePorts(free.get(0), free.get(1), free.get(2), free.get(3));
    }

    static ServicePorts above(int base) {
        return new ServicePorts(base + 1, base + 2, base + 3, base);
    }

    /** Each service's port by its name, in the order in which they are shown. */
    Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("program-service", program);
        ports.put("tracking-service", tracking);
        ports.put("notification-service", notification);
        ports.put("web-app", web);
        return ports;
    }
}
