package org.puente.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.puente.kafka.ServiceNames;

/** Makes all images: of the provisioning, then of each service. */
final class ImageBuild {
    private static final String BUILD = ImageBuild.class.getPackage().getImplementationVersion();

    private final Path home;
    private final Options options;
    private final Labels labels;
    private final ImageWriter writer;
    private final List<Path> tars = new ArrayList<>();

    ImageBuild(Path home, Options options) throws IOException, InterruptedException {
        this.home = home;
        this.options = options;
        this.labels = Labels.of(home, options.tag(), options.base());
        this.writer = new ImageWriter(options.out().resolve("work"));
    }

    void run() throws Exception {
        System.out.println("Images on " + options.base());
        writer.clean();
        List<BuiltService> services = new ArrayList<>();
        for (String service : ServiceNames.IN_STARTING_ORDER) {
            Path built = home.resolve(service + "-service/target/quarkus-app");
            AppTree files = AppTree.copy(built, options.out().resolve("work/app/" + service));
            services.add(new BuiltService(service.equals(ServiceNames.OF_REGION) ? "region" : "gtm", service, files));
        }
        write("provisioning", provisioning());
        Optional<StartCaches> caches = caches();
        if (caches.isPresent()) {
            caches.get().train(services);
        }
        for (BuiltService service : services) {
            write(service.service() + "-service", recipe(service, caches));
            billOfMaterials(service.service() + "-service");
        }
        if (options.load()) {
            load();
        }
    }

    private ImageRecipe provisioning() throws IOException {
        Path built = home.resolve("deploy/compose/target");
        AppTree files = AppTree.copy(
                built.resolve("puente-compose-" + BUILD + ".jar"),
                built.resolve("lib"),
                options.out().resolve("work/app/provisioning"));
        return new ImageRecipe(
                options.base(),
                files,
                Optional.empty(),
                List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "program.jar", "provision"),
                List.of(),
                labels.of("provisioning", "Brings Kafka and PostgreSQL to what Puente needs, and ends.", "none"),
                labels.created());
    }

    private ImageRecipe recipe(BuiltService service, Optional<StartCaches> caches) throws IOException {
        Optional<Path> cache = caches.map(all -> all.file(service));
        List<String> entrypoint = new ArrayList<>(List.of("java"));
        entrypoint.addAll(StartCaches.JVM);
        // A cache that does not fit is logged as an error; single methods that do not fit are not worth a line.
        cache.ifPresent(file -> entrypoint.addAll(List.of("-XX:AOTCache=" + ImageRecipe.CACHE, "-Xlog:aot*=error")));
        entrypoint.addAll(List.of("-jar", "quarkus-run.jar"));
        String trained = caches.isPresent() ? caches.get().java().version() : "none";
        String name = service.service() + "-service";
        Map<String, String> described = labels.of(name, "Puente: the " + name + " of a node.", trained);
        return new ImageRecipe(
                options.base(),
                service.files(),
                cache,
                entrypoint,
                List.of(ImageRecipe.HTTP, ImageRecipe.MANAGEMENT),
                described,
                labels.created());
    }

    /** None where the start cannot be trained; then the reason is printed. */
    private Optional<StartCaches> caches() throws IOException, InterruptedException {
        if (!options.cache()) {
            System.out.println("  WITHOUT a trained start, as wished");
            return Optional.empty();
        }
        Path work = options.out().resolve("work");
        try {
            BaseJava java = BaseJava.of(new ImageTar(tar("provisioning")), work.resolve("java"));
            System.out.println("  the base's Java is " + java.version() + "; the start is trained with it");
            return Optional.of(new StartCaches(work.resolve("starts"), java));
        } catch (BaseJava.Unusable e) {
            System.out.println(
                    "  WITHOUT a trained start, so each start takes two or three times as long: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Path tar(String name) {
        return options.out().resolve(name + ".tar");
    }

    private void write(String name, ImageRecipe recipe) throws Exception {
        String image = options.image(name);
        // The provisioning's is needed here in any case: the base's Java is taken out of it.
        if (!options.push() || name.equals("provisioning")) {
            writer.toTar(recipe, image, tar(name));
        }
        if (options.push()) {
            writer.toRegistry(recipe, image);
            System.out.println("  " + image + " is pushed");
        } else {
            tars.add(tar(name));
            System.out.printf("  %s: %s, %d MB packed%n", image, tar(name), Files.size(tar(name)) / 1_000_000);
        }
    }

    private void billOfMaterials(String name) throws IOException {
        Path made = home.resolve(name + "/target/bom.json");
        if (!Files.exists(made)) {
            throw new IOException("There is no bill of materials: " + made);
        }
        Path dependencies = home.resolve(name + "/target/quarkus-app/quarkus-app-dependencies.txt");
        BillOfMaterials.write(made, dependencies, options.out().resolve(name + ".cdx.json"));
    }

    private void load() throws IOException, InterruptedException {
        for (Path tar : tars) {
            int status = new ProcessBuilder("docker", "load", "-q", "-i", tar.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("The engine did not take " + tar);
            }
        }
    }
}
