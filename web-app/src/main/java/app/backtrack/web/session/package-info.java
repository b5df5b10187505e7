/** Where tokens are kept: sealed documents on the server, found by what the cookie says. */
@NullMarked
package app.backtrack.web.session;

import org.jspecify.annotations.NullMarked;
