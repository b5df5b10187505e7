package app.backtrack.program;

/** What people may type: something to read, without control characters and halves of characters. */
public final class FreeText {
    /** For {@code @Pattern}. */
    public static final String REGEXP = "[^\\p{Cc}\\p{Cs}]*[^\\p{Cc}\\p{Cs}\\s][^\\p{Cc}\\p{Cs}]*";

    /** Says what {@link #REGEXP} asks for. */
    public static final String MESSAGE = "must not be blank or hold control characters";

    private FreeText() {}
}
