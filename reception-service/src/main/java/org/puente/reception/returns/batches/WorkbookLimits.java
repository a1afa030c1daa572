package org.puente.reception.returns.batches;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Refuses a workbook that would take much more memory than it has bytes. A workbook is a ZIP archive, which may unpack
 * to a thousand times its size; what it states about its sizes may be wrong, so each entry is unpacked and counted.
 */
final class WorkbookLimits {
    /** Of the workbook as it is sent: one with 10 000 rows has some 2 MB. */
    static final int MAX_BYTES = 4 << 20;

    private static final int MAX_UNPACKED = 48 << 20;

    /** Of a part that is no sheet: the reader holds texts, sheets and styles in memory. */
    private static final int MAX_OTHER_PART = 8 << 20;

    private static final int MAX_ENTRIES = 200;

    /** Where sheets lie. A workbook may call another part so: {@link WorkbookXml} refuses it as a sheet. */
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+", Pattern.CASE_INSENSITIVE);

    private WorkbookLimits() {}

    /**
     * @throws ProblemException invalid if it is no archive, too large if it unpacks to too much
     */
    static void check(byte[] workbook) {
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
            if (entries.size() > MAX_ENTRIES) {
                throw tooLarge();
            }
            long left = MAX_UNPACKED;
            for (ZipArchiveEntry entry : entries) {
                boolean sheet = SHEET.matcher(entry.getName()).matches();
                left -= unpacked(archive, entry, sheet ? left : Math.min(left, MAX_OTHER_PART));
                if (!sound(archive, entry, sheet)) {
                    throw ProblemException.of(ProblemKind.INVALID, "batch-workbook-broken");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.INVALID, "batch-workbook-broken");
        }
    }

    /** Which part is a sheet is said by the workbook, not by names: so all parts that may be XML are looked through. */
    private static boolean sound(ZipFile archive, ZipArchiveEntry entry, boolean sheet) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(archive.getInputStream(entry))) {
            int first;
            do {
                in.mark(1);
                first = in.read();
            } while (first == ' ' || first == '\t' || first == '\r' || first == '\n');
            in.reset();
            return !WorkbookXml.begins(first) || new WorkbookXml(sheet).sound(in);
        }
    }

    private static long unpacked(ZipFile archive, ZipArchiveEntry entry, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long size = 0;
        try (InputStream in = archive.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooLarge();
                }
            }
        }
        return size;
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                ProblemKind.TOO_LARGE, "batch-workbook-too-large", MAX_UNPACKED >> 20, MAX_OTHER_PART >> 20);
    }
}
