package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a program is run without root's rights.
 *
 * @param prefix goes before the command; empty if we aren't root
 * @param nobody whether the program is another user, who must own what it writes
 */
record Unprivileged(List<String> prefix, boolean nobody) {
    private static final int NOBODY = 65534;
    private static final Unprivileged HERE = detect();

    static Unprivileged here() {
        return HERE;
    }

    private static Unprivileged detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of(), false);
        }
        if (Tool.UNSHARE.works()) {
            return new Unprivileged(Tool.UNSHARE.prefix(), false);
        }
        if (Tool.SETPRIV.works()) {
            return new Unprivileged(Tool.SETPRIV.prefix(), true);
        }
        throw new Refusal("PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux)"
                + " is there to help; start Puente as another user");
    }

    /** Hands a file or directory to whoever the program runs as. */
    void own(Path file) throws IOException {
        if (nobody) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        }
    }
}
