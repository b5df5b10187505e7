/** What became of everything that was sent, over all channels. */
@NullMarked
package app.backtrack.notification.report;

import org.jspecify.annotations.NullMarked;
