/** What every HTTP resource needs: callers, refusals as problem details, strict JSON. */
@NullMarked
package app.backtrack.runtime.http;

import org.jspecify.annotations.NullMarked;
