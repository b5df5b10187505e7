/** Lets the readers of a mail end such mails by one click, without a login. */
@NullMarked
package app.backtrack.notification.unsubscribe;

import org.jspecify.annotations.NullMarked;
