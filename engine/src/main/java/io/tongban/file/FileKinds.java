package io.tongban.file;

import io.tongban.kernel.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Which kinds of file are accepted, and whether a file is what its ending says. */
@Component
class FileKinds {

    /** Found by the first bytes alone. */
    private static final Set<String> RUNS_OR_SCRIPTS =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/x-sh", "application/x-bat");

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();
    private final Map<String, Kind> kinds = new TreeMap<>();

    /** The type that is stored, and how content proves to be of it. */
    private record Kind(String type, Proof proof) {}

    @FunctionalInterface
    private interface Proof {
        boolean holds(Path content, String found) throws IOException;
    }

    FileKinds() {
        image("image/jpeg", "jpg", "jpeg");
        image("image/png", "png");
        image("image/gif", "gif");
        image("image/bmp", "bmp");
        image("image/webp", "webp");
        image("image/tiff", "tif", "tiff");
        add("image/heic", (c, found) -> found.startsWith("image/hei"), "heic", "heif");
        add("application/pdf", (c, found) -> found.equals("application/pdf"), "pdf");

        add("application/msword", ole("WordDocument"), "doc", "wps");
        add("application/vnd.ms-excel", ole("Workbook", "Book"), "xls", "et");
        add("application/vnd.ms-powerpoint", ole("PowerPoint Document"), "ppt", "dps");
        var office = "application/vnd.openxmlformats-officedocument.";
        add(office + "wordprocessingml.document", openXml("word/document.xml"), "docx");
        add(office + "spreadsheetml.sheet", openXml("xl/workbook.xml"), "xlsx");
        add(office + "presentationml.presentation", openXml("ppt/presentation.xml"), "pptx");
        var open = "application/vnd.oasis.opendocument.";
        add(open + "text", (c, found) -> found.equals(open + "text"), "odt");
        add(open + "spreadsheet", (c, found) -> found.equals(open + "spreadsheet"), "ods");
        add(open + "presentation", (c, found) -> found.equals(open + "presentation"), "odp");
        add("application/ofd", (c, found) -> Containers.zipHas(c, "OFD.xml"), "ofd");
        add("application/rtf", (c, found) -> found.equals("application/rtf"), "rtf");

        add("text/plain", FileKinds::isText, "txt", "md", "log");
        add("text/csv", FileKinds::isText, "csv");
        add("application/zip", (c, found) -> Containers.isZip(c) && !found.contains("java-archive"), "zip");
        add("message/rfc822", (c, found) -> isText(c, found) && startsWithHeader(c), "eml");
        add("application/vnd.ms-outlook", ole("__properties_version1.0"), "msg");
    }

    /** The type of an accepted file; everything else is refused with a sentence that says why. */
    String check(String name, Storage.Draft draft) throws IOException {
        var ending = FileName.ending(name);
        var kind = kinds.get(ending);
        if (kind == null) {
            throw refusal("file:kind", ending.isEmpty() ? name : "." + ending, String.join(" ", kinds.keySet()));
        }
        if (draft.size() == 0) {
            throw refusal("file:empty", name);
        }
        if (!kind.proof().holds(draft.path(), detect(draft.path()))) {
            throw refusal("file:disguised", name, "." + ending);
        }
        return kind.type();
    }

    /** Whether a browser may show the file itself instead of saving it. */
    static boolean mayBeShown(String type) {
        return type.startsWith("image/") || type.equals("application/pdf");
    }

    private static Problem refusal(String code, Object... args) {
        return Problem.refused(code, args).field("file", code, args);
    }

    private String detect(Path content) throws IOException {
        try (var in = new BufferedInputStream(java.nio.file.Files.newInputStream(content))) {
            return magic.detect(in, new Metadata()).toString();
        }
    }

    private void add(String type, Proof proof, String... endings) {
        for (var ending : endings) {
            kinds.put(ending, new Kind(type, proof));
        }
    }

    private void image(String type, String... endings) {
        add(type, (content, found) -> found.equals(type), endings);
    }

    private static Proof ole(String... streams) {
        return (content, found) -> Containers.oleHas(content, streams);
    }

    /** With a password the same document is an OLE container with one encrypted stream. */
    private static Proof openXml(String part) {
        return (content, found) -> Containers.zipHas(content, "[Content_Types].xml", part)
                || Containers.oleHas(content, "EncryptedPackage");
    }

    private static boolean isText(Path content, String found) throws IOException {
        if (RUNS_OR_SCRIPTS.contains(found)) {
            return false;
        }
        try (var in = new BufferedInputStream(java.nio.file.Files.newInputStream(content))) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
                return true;
            }
            in.reset();
            return hasNoControls(in);
        }
    }

    private static boolean hasNoControls(InputStream in) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithHeader(Path content) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(content)) {
            var start = new String(in.readNBytes(998), StandardCharsets.ISO_8859_1);
            return start.matches("(?s)[!-9;-~]+:[ \\t].*");
        }
    }
}
