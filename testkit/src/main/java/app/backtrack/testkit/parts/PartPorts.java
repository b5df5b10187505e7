package app.backtrack.testkit.parts;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of the embedded parts, all on 127.0.0.1.
 *
 * @param kafka the broker
 * @param controller the broker's own controller
 * @param store the document store
 * @param oidc the OIDC issuer
 * @param smtp where mail is sent to
 * @param mail the page that shows sent mail
 */
public record PartPorts(int kafka, int controller, int store, int oidc, int smtp, int mail) {

    /** Ports that nobody uses now. */
    public static PartPorts free() {
        Iterator<Integer> free = Ports.free(6).iterator();
        return new PartPorts(free.next(), free.next(), free.next(), free.next(), free.next(), free.next());
    }

    /** The agreed places above a base: the base itself to base + 3 belong to the services. */
    public static PartPorts above(int base) {
        return new PartPorts(base + 12, base + 13, base + 14, base + 9, base + 7, base + 8);
    }

    /** All of them, with what each is for. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("Kafka", kafka);
        ports.put("Kafka's controller", controller);
        ports.put("store", store);
        ports.put("OIDC issuer", oidc);
        ports.put("SMTP", smtp);
        ports.put("mail page", mail);
        return ports;
    }
}
