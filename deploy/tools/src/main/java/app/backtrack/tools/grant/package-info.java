/** What each service may do at a broker that asks who comes. */
@NullMarked
package app.backtrack.tools.grant;

import org.jspecify.annotations.NullMarked;
