package app.backtrack.notification.dispatch;

import app.backtrack.notification.webhook.EndpointId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds how many messages are under way at once, for each endpoint and each clinic, so that a receiver that hangs
 * fills its own lanes and slows nobody else.
 */
final class HookLanes {
    /** Of one endpoint. */
    static final int PER_ENDPOINT = 4;

    /** Of one clinic. */
    static final int PER_CLINIC = 8;

    /** Of all; bounds memory and connections. */
    static final int IN_ALL = 256;

    private final Map<String, Integer> endpoints = new HashMap<>();
    private final Map<String, Integer> clinics = new HashMap<>();
    private int all;

    /** Takes a lane; whether there was one. */
    synchronized boolean enter(EndpointId endpoint) {
        String clinic = endpoint.clinic().value();
        if (all >= IN_ALL
                || endpoints.getOrDefault(endpoint.key(), 0) >= PER_ENDPOINT
                || clinics.getOrDefault(clinic, 0) >= PER_CLINIC) {
            return false;
        }
        all++;
        endpoints.merge(endpoint.key(), 1, Integer::sum);
        clinics.merge(clinic, 1, Integer::sum);
        return true;
    }

    /** Gives a lane back. */
    synchronized void leave(EndpointId endpoint) {
        all--;
        endpoints.computeIfPresent(endpoint.key(), (key, count) -> count == 1 ? null : count - 1);
        clinics.computeIfPresent(endpoint.clinic().value(), (key, count) -> count == 1 ? null : count - 1);
    }

    /** Clinics that have no lane left. */
    synchronized List<String> busyClinics() {
        return busy(clinics, PER_CLINIC);
    }

    /** Endpoints that have no lane left, by {@link EndpointId#key()}. */
    synchronized List<String> busyEndpoints() {
        return busy(endpoints, PER_ENDPOINT);
    }

    /** How many more can be taken in all. */
    synchronized int free() {
        return IN_ALL - all;
    }

    private static List<String> busy(Map<String, Integer> counts, int bound) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= bound)
                .map(Map.Entry::getKey)
                .toList();
    }
}
