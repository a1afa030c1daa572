package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of a repository that people read: pages, and comments in code and settings. */
final class Pages extends SimpleFileVisitor<Path> {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/?\\*|//|#).*$");

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private Pages(Path root) {
        this.root = root;
    }

    static Pages of(Path root) {
        Pages pages = new Pages(root);
        try {
            Files.walkFileTree(root, pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    interface Check {
        boolean holds(Path in, MatchResult found);
    }

    /**
     * Where a check does not hold for what a pattern finds.
     *
     * @param end of the names of the files that are read
     */
    List<String> broken(String end, Pattern what, Check check) {
        List<String> broken = new ArrayList<>();
        for (Path file : named(end)) {
            what.matcher(end.endsWith(".md") ? text(file) : comments(file))
                    .results()
                    .filter(found -> !check.holds(file, found))
                    .forEach(found -> broken.add(root.relativize(file) + ": " + found.group()));
        }
        return broken;
    }

    List<Path> named(String end) {
        return files.stream().filter(file -> file.toString().endsWith(end)).toList();
    }

    private static String comments(Path file) {
        return COMMENT.matcher(text(file)).results().map(MatchResult::group).collect(Collectors.joining("\n"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither what a build makes nor what is hidden. */
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        String name = directory.getFileName().toString();
        boolean made = name.equals("target") || name.equals("node_modules");
        return !directory.equals(root) && (made || name.startsWith("."))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files.add(file);
        return FileVisitResult.CONTINUE;
    }
}
