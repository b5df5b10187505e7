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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Says who sent the request, from its token: one clinic, one role, and for a patient the one patient. Read what is
 * needed before work goes on in another thread.
 */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final Reach reach;

    Caller(SecurityIdentity identity, Reach reach) {
        this.identity = identity;
        this.reach = reach;
    }

    /** Whether there is a token at all; only what everybody may ask for can do without. */
    public boolean isSignedIn() {
        return !identity.isAnonymous();
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
        PatientRef patient = named(idInPath).orElseThrow(Refusal::unknownPatient);
        if (!reaches(patient)) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }

    /** The patient that a path names, whether or not this caller may know of them; empty for an id of another form. */
    public Optional<PatientRef> named(@Nullable String idInPath) {
        try {
            return idInPath == null ? Optional.empty() : Optional.of(new PatientRef(clinic(), PatientId.of(idInPath)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this caller may know of the patient that a path names. */
    public boolean reaches(String idInPath) {
        return named(idInPath).filter(this::reaches).isPresent();
    }

    /**
     * Whether this caller may know of a patient of their clinic, as far as this caller's role and the clinic's setting
     * go; it does not say that there is such a patient.
     */
    public boolean reaches(PatientRef patient) {
        return switch (role()) {
            case PATIENT -> patient.patient().toString().equals(claim("patient_id"));
            case THERAPIST -> !reach.isCaseloadOnly(patient.clinic()) || reach.looksAfter(claim("sub"), patient);
            case CLINIC_ADMIN, CLINIC_SYSTEM, BACKTRACK -> true;
        };
    }

    /** Whose patients alone this caller may see: a therapist's own id where the clinic set it so, else nothing. */
    public Optional<String> onlyPatientsOf() {
        return role() == Role.THERAPIST && reach.isCaseloadOnly(clinic())
                ? Optional.of(claim("sub"))
                : Optional.empty();
    }

    /** The patients whom alone this caller may see; empty where there is no such limit. */
    public Optional<Set<PatientRef>> onlyPatients() {
        return onlyPatientsOf().map(therapist -> reach.patientsOf(clinic(), therapist));
    }

    /**
     * Asks for a scope, which the tokens of clinic systems carry.
     *
     * @param scope empty where no clinic system may call
     * @throws Refusal 403 that names it
     */
    public void require(Optional<String> scope) {
        if (scope.isEmpty()) {
            throw new ForbiddenException("no scope of clinic systems leads here");
        }
        if (!scopes().contains(scope.get())) {
            throw new Refusal(Problem.of(
                    "missing-scope",
                    403,
                    "The token lacks a scope",
                    "Ask the issuer for a token with the scope " + scope.get() + "."));
        }
    }

    private List<String> scopes() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("scope") instanceof String scopes
                ? List.of(scopes.split(" "))
                : List.of();
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
