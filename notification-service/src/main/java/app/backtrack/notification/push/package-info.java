/** Web push: who wants to be told in which browser, and how a message gets there (RFC 8030, 8291, 8292). */
@NullMarked
package app.backtrack.notification.push;

import org.jspecify.annotations.NullMarked;
