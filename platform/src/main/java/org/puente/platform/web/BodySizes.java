package org.puente.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many bytes the body of a request may have, by its path. */
@ApplicationScoped
public class BodySizes {
    private final int largest;
    private final Optional<Pattern> files;
    private final int largestFile;
    private final Optional<Pattern> lists;
    private final int largestList;

    /**
     * @param largest where nothing else is said
     * @param files the pattern of the paths where a service takes files; without it there are none
     * @param lists the pattern of the paths where a service takes many people in one JSON document; without it there
     *     are none
     */
    BodySizes(
            @ConfigProperty(name = "puente.http.largest-body-bytes", defaultValue = "262144") int largest,
            @ConfigProperty(name = "puente.http.files.path") Optional<Pattern> files,
            @ConfigProperty(name = "puente.http.files.largest-bytes", defaultValue = "262144") int largestFile,
            @ConfigProperty(name = "puente.http.lists.path") Optional<Pattern> lists,
            @ConfigProperty(name = "puente.http.lists.largest-bytes", defaultValue = "262144") int largestList) {
        this.largest = largest;
        this.files = files;
        this.largestFile = largestFile;
        this.lists = lists;
        this.largestList = largestList;
    }

    /**
     * @param path null counts as one where nothing else is said
     */
    public int most(String path) {
        if (is(files, path)) {
            return largestFile;
        }
        return is(lists, path) ? largestList : largest;
    }

    private static boolean is(Optional<Pattern> pattern, String path) {
        return path != null
                && pattern.filter(paths -> paths.matcher(path).matches()).isPresent();
    }
}
