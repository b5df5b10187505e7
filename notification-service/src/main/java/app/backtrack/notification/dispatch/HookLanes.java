package app.backtrack.notification.dispatch;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.webhook.EndpointId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds how many messages are under way at once, for each endpoint and each clinic, so that a receiver that hangs
 * fills its own lanes and slows nobody else; not another endpoint of its clinic either, which always has a lane left.
 */
final class HookLanes {
    /** Of one endpoint. */
    static final int PER_ENDPOINT = 4;

    /** Of one clinic; where they are taken, each endpoint that has none may still have one. */
    static final int PER_CLINIC = 8;

    /** Of all; bounds memory and connections. */
    static final int IN_ALL = 256;

    private final Map<EndpointId, Integer> endpoints = new HashMap<>();
    private final Map<ClinicId, Integer> clinics = new HashMap<>();
    private int all;

    /** Takes a lane; whether there was one. */
    synchronized boolean enter(EndpointId endpoint) {
        if (all >= IN_ALL || isBusy(endpoint)) {
            return false;
        }
        all++;
        endpoints.merge(endpoint, 1, Integer::sum);
        clinics.merge(endpoint.clinic(), 1, Integer::sum);
        return true;
    }

    /** Gives a lane back. */
    synchronized void leave(EndpointId endpoint) {
        all--;
        endpoints.computeIfPresent(endpoint, (key, count) -> count == 1 ? null : count - 1);
        clinics.computeIfPresent(endpoint.clinic(), (key, count) -> count == 1 ? null : count - 1);
    }

    /** Endpoints that have no lane left, by {@link EndpointId#key()}. */
    synchronized List<String> busyEndpoints() {
        return endpoints.keySet().stream()
                .filter(this::isBusy)
                .map(EndpointId::key)
                .toList();
    }

    /** How many more can be taken in all. */
    synchronized int free() {
        return IN_ALL - all;
    }

    private boolean isBusy(EndpointId endpoint) {
        int own = endpoints.getOrDefault(endpoint, 0);
        return own >= PER_ENDPOINT || own > 0 && clinics.getOrDefault(endpoint.clinic(), 0) >= PER_CLINIC;
    }
}
