package app.backtrack.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command that runs against an isolated system finds in its environment. */
final class SystemEnvironment {

    private SystemEnvironment() {}

    static Map<String, String> of(LocalSystem system) {
        LocalUrls urls = system.urls();
        Map<String, String> environment = new LinkedHashMap<>(system.addresses().environment());
        environment.put("BACKTRACK_WEB_URL", urls.web().toString());
        environment.put("BACKTRACK_PROGRAM_URL", urls.program().toString());
        environment.put("BACKTRACK_TRACKING_URL", urls.tracking().toString());
        environment.put("BACKTRACK_NOTIFICATION_URL", urls.notification().toString());
        environment.put("BACKTRACK_TOKEN_URL", urls.token().toString());
        environment.put("BACKTRACK_CLINIC_TOKEN", system.token(DemoAccounts.HARBOUR_SYSTEM));
        environment.put("BACKTRACK_THERAPIST_TOKEN", system.token(DemoAccounts.THEA));
        environment.put("BACKTRACK_OTHER_CLINIC_TOKEN", system.token(DemoAccounts.HILLSIDE_SYSTEM));
        environment.put("BACKTRACK_PATIENT_TOKEN", system.token(DemoAccounts.REFERENCE_PATIENT));
        environment.put("BACKTRACK_PATIENT_ID", DemoAccounts.REFERENCE_PATIENT.name());
        return environment;
    }
}
