package app.backtrack.testkit.rules.broken.two;

import app.backtrack.testkit.rules.broken.one.OpenResource;

/** Leans on the package that leans on this one. */
public final class Second {
    /** Names the other. */
    public String name() {
        return OpenResource.class.getName();
    }
}
