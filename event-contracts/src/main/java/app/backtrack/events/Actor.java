package app.backtrack.events;

/**
 * Names who caused an event.
 *
 * @param role the capacity they acted in
 * @param id the token's subject: a clinician, a client or a patient pseudonym; for our own rules the service's name
 */
public record Actor(Role role, String id) {

    /** The form of the {@code ce_actor} attribute: {@code role:id}. */
    public String wireForm() {
        return role.wireName() + ":" + id;
    }

    /**
     * Reads what {@link #wireForm()} wrote.
     *
     * @throws IllegalArgumentException if the text is of another form or names no role
     */
    public static Actor of(String wireForm) {
        int colon = wireForm.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not an actor");
        }
        Role role = WireName.find(Role.class, wireForm.substring(0, colon))
                .orElseThrow(() -> new IllegalArgumentException("not a role"));
        return new Actor(role, wireForm.substring(colon + 1));
    }
}
