/**
 * A stream of decisions as one document that is its own outbox: appended to by one guarded update, published after the
 * commit, and swept for what a crash left unpublished.
 */
@NullMarked
package app.backtrack.program.stream;

import org.jspecify.annotations.NullMarked;
