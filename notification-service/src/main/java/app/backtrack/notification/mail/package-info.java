/** Sends e-mail. */
@NullMarked
package app.backtrack.notification.mail;

import org.jspecify.annotations.NullMarked;
