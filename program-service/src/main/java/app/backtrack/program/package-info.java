/** Who should do what, when: patients, templates and programs. */
@NullMarked
package app.backtrack.program;

import org.jspecify.annotations.NullMarked;
