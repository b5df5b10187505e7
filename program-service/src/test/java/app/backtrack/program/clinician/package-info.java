@NullMarked
package app.backtrack.program.clinician;

import org.jspecify.annotations.NullMarked;
