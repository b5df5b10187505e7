package app.backtrack.runtime.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the area of a resource for clinic systems: their token needs the scope {@code area:read} to read there and
 * {@code area:write} for all else. A resource without it takes no clinic system.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemScope {
    /** The area, such as {@code progress}. */
    String value();
}
