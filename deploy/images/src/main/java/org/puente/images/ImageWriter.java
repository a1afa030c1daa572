package org.puente.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where images go.
 *
 * @param work for the layers of bases, which are fetched once
 */
record ImageWriter(Path work) {
    /** Forgets the layers of former builds, which would pile up; those of bases stay. */
    void clean() throws IOException {
        AppTree.delete(layers());
    }

    private Path layers() {
        return work.resolve("layers");
    }

    /** As {@code docker load} reads it. */
    void toTar(ImageRecipe recipe, String image, Path tar) throws Exception {
        Files.createDirectories(tar.getParent());
        write(recipe, Containerizer.to(TarImage.at(tar).named(image)));
    }

    void toRegistry(ImageRecipe recipe, String image) throws Exception {
        write(recipe, Containerizer.to(registry(image)));
    }

    /** An image that is fetched or pushed, with the login for its registry. */
    static RegistryImage registry(String image) throws InvalidImageReferenceException {
        ImageReference reference = ImageReference.parse(image);
        // What "docker login", or a helper, has left.
        CredentialRetrieverFactory logins = CredentialRetrieverFactory.forImage(reference, event -> {});
        return RegistryImage.named(reference)
                .addCredentialRetriever(logins.dockerConfig())
                .addCredentialRetriever(logins.wellKnownCredentialHelpers());
    }

    private void write(ImageRecipe recipe, Containerizer target) throws Exception {
        target.setBaseImageLayersCache(work.resolve("base-layers"))
                .setApplicationLayersCache(layers())
                .setToolName("puente");
        recipe.builder().containerize(target);
    }
}
