package app.backtrack.local;

import app.backtrack.testkit.parts.PartPorts;
import app.backtrack.testkit.parts.PartsPlan;
import app.backtrack.testkit.parts.ProjectRoot;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a local system is made of, and where.
 *
 * @param parts the broker, store, issuer and mail server
 * @param services where the services listen
 * @param settings by the name of a service, environment variables that win over those of all
 */
public record LocalPlan(PartsPlan parts, ServicePorts services, Map<String, Map<String, String>> settings) {

    /** A plan in which no service has settings of its own. */
    LocalPlan(PartsPlan parts, ServicePorts services) {
        this(parts, services, Map.of());
    }

    /** The same plan with settings by the name of a service. */
    LocalPlan with(Map<String, Map<String, String>> others) {
        return new LocalPlan(parts, services, others);
    }

    /** A system whose data stays, on the agreed ports above a base. */
    static LocalPlan lasting(Path data, Path logs, int portBase, Map<String, String> given) {
        return new LocalPlan(
                new PartsPlan(ProjectRoot.find(), data, logs, PartPorts.above(portBase), false, given),
                ServicePorts.above(portBase));
    }

    /** A system of its own on free ports, all of it in one folder. */
    static LocalPlan isolated(Path folder, Map<String, String> given) {
        return isolated(folder, true, given);
    }

    /** The same, with a store that keeps its documents on disk. */
    static LocalPlan isolatedOnDisk(Path folder) {
        return isolated(folder, false, Map.of());
    }

    private static LocalPlan isolated(Path folder, boolean temporary, Map<String, String> given) {
        PartsPlan parts = new PartsPlan(
                ProjectRoot.find(), folder.resolve("data"), folder.resolve("logs"), PartPorts.free(), temporary, given);
        return new LocalPlan(parts, ServicePorts.free());
    }
}
