/** The embedded mail server: what the system sends is kept as files and shown on a page, and goes nowhere. */
@NullMarked
package app.backtrack.embedded.mail;

import org.jspecify.annotations.NullMarked;
