/** Heeds red flags: a patient who reports one has the program paused, once, until a clinician resumes it. */
@NullMarked
package app.backtrack.program.redflag;

import org.jspecify.annotations.NullMarked;
