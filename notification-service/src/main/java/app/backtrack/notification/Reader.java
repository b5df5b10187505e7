package app.backtrack.notification;

import app.backtrack.events.ClinicId;
import app.backtrack.runtime.http.Caller;
import io.quarkus.security.ForbiddenException;

/**
 * Says which clinician sent the request.
 *
 * @param clinic the tenant
 * @param clinician the token's subject
 */
public record Reader(ClinicId clinic, ClinicianId clinician) {

    /**
     * The caller as a clinician.
     *
     * @throws ForbiddenException if the token's subject has another form than clinicians' ids, so that nothing can ever
     *     have been addressed to it
     */
    public static Reader of(Caller caller) {
        ClinicianId clinician = ClinicianId.find(caller.actor().id())
                .orElseThrow(() -> new ForbiddenException("the token's sub is no clinician id"));
        return new Reader(caller.clinic(), clinician);
    }
}
