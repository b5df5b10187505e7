/** Commands for operators, beside the services and with their settings. */
@NullMarked
package app.backtrack.tools;

import org.jspecify.annotations.NullMarked;
