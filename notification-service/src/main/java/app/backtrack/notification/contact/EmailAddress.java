package app.backtrack.notification.contact;

import java.util.regex.Pattern;

/**
 * An address that mail can be sent to. Its text form hides it, so that no log and no error message can give it away.
 *
 * @param value a dot-atom, an at sign and a host name of two labels or more (RFC 5321 §4.1.2, without quoted strings,
 *     address literals and non-ASCII letters); at most 254 characters, the part before the sign at most 64
 */
public record EmailAddress(String value) {

    /** The longest address that fits into an SMTP path (RFC 3696, erratum 1690). */
    public static final int MAX_LENGTH = 254;

    /** The form as a regular expression; no white space and no control character passes, so no header can be added. */
    public static final String FORM = "(?=[^@]{1,64}@)"
            + "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
            + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is of another form
     */
    public EmailAddress {
        if (value.length() > MAX_LENGTH || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    @Override
    public String toString() {
        return "(e-mail address)";
    }
}
