/** Backup of the log, the databases and, apart from them, the keys; and their restore into an empty installation. */
@NullMarked
package app.backtrack.tools.backup;

import org.jspecify.annotations.NullMarked;
