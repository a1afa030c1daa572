package org.puente.platform.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.puente.platform.pdf.PdfPages;
import org.puente.platform.text.MemberText;
import org.puente.platform.web.Texts;

/**
 * An export as a PDF for the person: the same content as the JSON, member by member, with words instead of codes, and
 * days and times as people write them.
 */
final class ExportPdf {
    private static final float HEADING = 14;
    private static final float TEXT = 9;
    private static final float INDENT = 12;

    /** Deeper nesting is written at this indent: what is sealed by others may be of any shape. */
    private static final int DEEPEST = 12;

    private final PdfPages pages;
    private final MemberText words;

    private ExportPdf(PdfPages pages, MemberText words) {
        this.pages = pages;
        this.words = words;
    }

    /** Takes some milliseconds of the processor, more for a long history; call it on a worker thread. */
    static byte[] of(ObjectNode export, MemberText words) throws IOException {
        String title = Texts.of(words.locale(), "export-title");
        try (PdfPages pages = new PdfPages(title, words.locale().getLanguage())) {
            pages.write(title, 20, 0);
            pages.skip(8);
            ExportPdf pdf = new ExportPdf(pages, words);
            for (Map.Entry<String, JsonNode> member : export.properties()) {
                if (member.getValue().isContainerNode()) {
                    pdf.part(member.getKey(), member.getValue());
                } else {
                    pdf.member("", member.getKey(), member.getValue(), 0);
                }
            }
            return pages.bytes();
        }
    }

    private void part(String name, JsonNode content) throws IOException {
        pages.skip(12);
        pages.write(words.name("", name), HEADING, 0);
        if (content.isEmpty()) {
            pages.write(Texts.of(words.locale(), "export-nothing"), TEXT, INDENT);
        } else {
            inside("", name, content, 1);
        }
    }

    /** Writes what is in a member: of a list, what is in each of its items is in the list's member. */
    private void inside(String parent, String name, JsonNode container, int depth) throws IOException {
        if (container.isObject()) {
            for (Map.Entry<String, JsonNode> member : container.properties()) {
                member(name, member.getKey(), member.getValue(), depth);
            }
            return;
        }
        for (int i = 0; i < container.size(); i++) {
            JsonNode item = container.get(i);
            if (item.isContainerNode()) {
                pages.skip(4);
                pages.write((i + 1) + ".", TEXT, indent(depth));
                inside(parent, name, item, depth + 1);
            } else {
                pages.write("• " + words.value(parent, name, item), TEXT, indent(depth));
            }
        }
    }

    private void member(String parent, String name, JsonNode value, int depth) throws IOException {
        if (value.isContainerNode()) {
            if (!value.isEmpty()) {
                pages.write(words.name(parent, name) + ":", TEXT, indent(depth));
                inside(parent, name, value, depth + 1);
            }
        } else if (!value.isNull()) {
            pages.write(words.name(parent, name) + ": " + words.value(parent, name, value), TEXT, indent(depth));
        }
    }

    private static float indent(int depth) {
        return INDENT * Math.min(depth, DEEPEST);
    }
}
