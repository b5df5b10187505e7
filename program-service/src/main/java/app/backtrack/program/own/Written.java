package app.backtrack.program.own;

/** What became of a request to write something of the clinic's own. */
public sealed interface Written<T> {

    /** It is there now, in its first version. */
    record Created<T>(Versioned<T> version) implements Written<T> {}

    /** It has a new version. */
    record Changed<T>(Versioned<T> version) implements Written<T> {}

    /** It was so already. */
    record Unchanged<T>(Versioned<T> version) implements Written<T> {}

    /** The caller wants to change what is not there. */
    record Missing<T>() implements Written<T> {}

    /** It is there with another content, and the caller does not say which version they saw. */
    record Unguarded<T>() implements Written<T> {}

    /** The caller saw an older version than {@code current}. */
    record Stale<T>(int current) implements Written<T> {}

    /** The clinic has as many as it may have. */
    record Full<T>(int limit) implements Written<T> {}

    /** It has as many versions as it may have. */
    record TooManyVersions<T>(int limit) implements Written<T> {}
}
