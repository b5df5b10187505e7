package app.backtrack.runtime.http;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.WireName;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Says who sent the request, from its token: one clinic, one role, and for a patient the one patient. Read what is
 * needed before work goes on in another thread.
 */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller's clinic.
     *
     * @throws ForbiddenException if the token names none
     */
    public ClinicId clinic() {
        try {
            return new ClinicId(claim("clinic_id"));
        } catch (IllegalArgumentException e) {
            throw new ForbiddenException("the token's clinic_id is no clinic id", e);
        }
    }

    /** The caller's role. */
    public Role role() {
        return WireName.find(Role.class, claim("role")).orElseThrow(() -> new ForbiddenException("unknown role"));
    }

    /** The caller as the author of events. */
    public Actor actor() {
        return new Actor(role(), claim("sub"));
    }

    /**
     * The patient that a path names, if this caller may know of them at all.
     *
     * @throws Refusal 404 if the id has another form, or if the caller is another patient: who asks for what is not
     *     theirs learns nothing
     */
    public PatientRef patient(String idInPath) {
        PatientId patient;
        try {
            patient = PatientId.of(idInPath);
        } catch (IllegalArgumentException e) {
            throw Refusal.unknownPatient();
        }
        if (role() == Role.PATIENT && !patient.toString().equals(claim("patient_id"))) {
            throw Refusal.unknownPatient();
        }
        return new PatientRef(clinic(), patient);
    }

    /**
     * The patient that the caller is.
     *
     * @throws ForbiddenException if the token names none
     */
    public PatientRef ownPatient() {
        try {
            return new PatientRef(clinic(), PatientId.of(claim("patient_id")));
        } catch (IllegalArgumentException e) {
            throw new ForbiddenException("the token's patient_id is no patient id", e);
        }
    }

    private String claim(String name) {
        @Nullable Object value = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
        if (value == null) {
            throw new ForbiddenException("the token has no " + name);
        }
        return value.toString();
    }
}
