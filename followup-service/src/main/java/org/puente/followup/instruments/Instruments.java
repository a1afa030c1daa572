package org.puente.followup.instruments;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.json.Json;

/**
 * The instruments of this service: the shipped one, and the JSON files that a node's operators put
 * into the directory {@code puente.followup.instruments}.
 */
@Singleton
public class Instruments {
    private static final String SHIPPED = "/instruments/puente-baseline-1.v1.json";

    private final List<Instrument> all;

    public Instruments(@ConfigProperty(name = "puente.followup.instruments") Optional<Path> directory) {
        all = new ArrayList<>(List.of(shipped()));
        directory.ifPresent(place -> all.addAll(loaded(place)));
    }

    private static Instrument shipped() {
        try (InputStream file = Instruments.class.getResourceAsStream(SHIPPED)) {
            return Json.mapper().readValue(file, Instrument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Instrument> loaded(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Instrument> instruments = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                instruments.add(Json.mapper().readValue(file.toFile(), Instrument.class));
            }
            return instruments;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read puente.followup.instruments", e);
        }
    }

    /** All versions of all instruments, by id; the newest version first. */
    List<Instrument> all() {
        return all.stream()
                .sorted(Comparator.comparing(Instrument::id)
                        .thenComparing(Instrument::version, Comparator.reverseOrder()))
                .toList();
    }

    /** The newest version of an instrument. */
    public Optional<Instrument> newest(String id) {
        return all.stream()
                .filter(instrument -> instrument.id().equals(id))
                .max(Comparator.comparingInt(Instrument::version));
    }

    public Optional<Instrument> find(String id, int version) {
        return all.stream()
                .filter(instrument -> instrument.id().equals(id))
                .filter(instrument -> instrument.version() == version)
                .findFirst();
    }
}
