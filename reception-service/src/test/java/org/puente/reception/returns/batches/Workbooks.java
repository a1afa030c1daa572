package org.puente.reception.returns.batches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes workbooks, and spoils them. */
final class Workbooks {
    private Workbooks() {}

    static byte[] of(Consumer<Worksheet> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            rows.accept(workbook.newWorksheet("returns"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void row(Worksheet sheet, int number, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> {}
                case Number value -> sheet.value(number, i, value);
                case Boolean value -> sheet.value(number, i, value);
                case Object value -> sheet.value(number, i, value.toString());
            }
        }
    }

    /** The parts of a workbook, unpacked, by their names. */
    static Map<String, byte[]> parts(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                parts.put(entry.getName(), archive.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The same with another text in one of its parts. */
    static byte[] spoiled(byte[] workbook, String part, String from, String to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream spoiled = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts(workbook).entrySet()) {
                spoiled.putNextEntry(new ZipEntry(entry.getKey()));
                spoiled.write(
                        entry.getKey().endsWith(part)
                                ? new String(entry.getValue(), StandardCharsets.UTF_8)
                                        .replace(from, to)
                                        .getBytes(StandardCharsets.UTF_8)
                                : entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same with another name for one of its parts, also where the workbook says what each part is. */
    static byte[] renamed(byte[] workbook, String part, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream renamed = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts(workbook).entrySet()) {
                renamed.putNextEntry(new ZipEntry(entry.getKey().equals(part) ? name : entry.getKey()));
                renamed.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spoiled(out.toByteArray(), "[Content_Types].xml", "/" + part, "/" + name);
    }

    /** Unpacks to so many bytes of spaces in one of its parts. */
    static byte[] bomb(byte[] workbook, String part, int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (ZipOutputStream bomb = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts(workbook).entrySet()) {
                bomb.putNextEntry(new ZipEntry(entry.getKey()));
                bomb.write(entry.getValue());
                for (int i = 0; entry.getKey().endsWith(part) && i < megabytes; i++) {
                    bomb.write(spaces);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
