/** Who may see whose data, and who did: scopes, therapists' reach, and the access log in front of each answer. */
@NullMarked
package app.backtrack.runtime.access;

import org.jspecify.annotations.NullMarked;
