package org.puente.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of an image as they are in it, with their times: Java compares the time and size of each jar with
 * those that it has seen while it was trained.
 *
 * @param root stands for {@link ImageRecipe#DIRECTORY}
 */
record AppTree(Path root) {
    /** What a build has made, copied to a place of its own. */
    static AppTree copy(Path built, Path to) throws IOException {
        delete(to);
        add(built, to);
        return new AppTree(to);
    }

    /** A jar, as {@code program.jar}, and the directory {@code lib} of those that it names. */
    static AppTree copy(Path jar, Path libraries, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to);
        add(jar, to.resolve("program.jar"));
        add(libraries, to.resolve("lib"));
        return new AppTree(to);
    }

    private static void add(Path built, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(built)) {
            for (Path source : walk.sorted().toList()) {
                Path target = source.equals(built)
                        ? to
                        : to.resolve(built.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                    Files.setLastModifiedTime(target, FileTime.from(FileEntriesLayer.DEFAULT_MODIFICATION_TIME));
                }
            }
        }
    }

    /** Regular files, in the order of their names. */
    List<Path> files() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path in the image, from its directory on. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** With all that is in it; one that is not there is no error. */
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> walk = Files.walk(tree)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
