/** Words what is sent, in each language, with the clinic's own face. */
@NullMarked
package app.backtrack.notification.text;

import org.jspecify.annotations.NullMarked;
