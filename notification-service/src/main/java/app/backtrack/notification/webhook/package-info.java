/** Where a clinic's own software wants to be called: addresses, kinds of message and signing secrets. */
@NullMarked
package app.backtrack.notification.webhook;

import org.jspecify.annotations.NullMarked;
