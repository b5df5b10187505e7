package app.backtrack.web.visit;

/** What a request's cookies say of who sends it. */
public sealed interface Visit {

    /** Somebody who is signed in. */
    record Known(Visitor visitor) implements Visit {}

    /** Nobody, or whose session has ended. */
    record Nobody() implements Visit {}

    /** A step of signing in that goes on elsewhere. */
    record Elsewhere(int status, String address) implements Visit {}

    /** A sign-in that the issuer refused or that does not belong to this browser. */
    record Failed() implements Visit {}

    /** The store or the issuer does not answer, so nobody can tell. */
    record Unknown() implements Visit {}
}
