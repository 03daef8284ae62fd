package io.tongban.record;

import io.tongban.kernel.Texts;
import io.tongban.process.Paper;
import io.tongban.process.Paper.Deed;
import io.tongban.process.Paper.Item;
import io.tongban.process.Paper.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as a page for paper: what is asked, what was decided, what hangs on it, and how it is verified. */
final class PdfPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String STYLE = """
            @page { size: A4; margin: 16mm 16mm 18mm 16mm;
              @bottom-left { content: "%s"; font-family: tongban; font-size: 7.5pt; color: #6b7280; }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: tongban; font-size: 7.5pt; color: #6b7280; } }
            * { font-family: tongban; }
            body { margin: 0; font-size: 9.5pt; line-height: 1.5; color: #111827; }
            table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; table-layout: fixed; }
            td, th { vertical-align: top; text-align: left; font-weight: normal; word-wrap: break-word; }
            h1 { font-size: 17pt; font-weight: normal; line-height: 1.3; margin: 1mm 0 2mm; }
            h2 { font-size: 11.5pt; font-weight: normal; margin: 7mm 0 2mm; padding-bottom: 1mm;
              border-bottom: 0.75pt solid #111827; page-break-after: avoid; }
            h3 { font-size: 9.5pt; font-weight: normal; color: #4b5563; margin: 3mm 0 1mm; page-break-after: avoid; }
            .quiet, .facts th, .fields th { color: #4b5563; }
            .facts td, .facts th { padding: 0.6mm 0; }
            .facts th { width: 22mm; }
            .qr { width: 32mm; text-align: right; }
            .qr img { width: 27mm; height: 27mm; }
            .qr p { margin: 1mm 0 0; font-size: 7.5pt; }
            .fields td, .fields th { padding: 1.3mm 2mm 1.3mm 0; border-bottom: 0.4pt solid #d1d5db; }
            .fields th { width: 38mm; }
            .grid td, .grid th { padding: 1.2mm 2mm; border: 0.4pt solid #9ca3af; font-size: 8.5pt; }
            .grid th { background: #f3f4f6; }
            .trail td { padding: 1.6mm 2mm 1.6mm 0; border-bottom: 0.4pt solid #d1d5db; }
            .trail tr { page-break-inside: avoid; }
            .trail .at { width: 29mm; color: #4b5563; }
            .trail .who { width: 33mm; }
            .signature { height: 13mm; margin-top: 1mm; }
            .proof { margin-top: 8mm; padding: 3mm; border: 0.6pt solid #9ca3af; font-size: 8pt; page-break-inside: avoid; }
            .proof p { margin: 0 0 1mm; }
            """;

    /**
     * What makes this print itself.
     *
     * @param address where it is verified
     * @param by who printed it
     */
    record Print(String code, String address, String digest, String by, Instant at) {}

    private final Paper paper;
    private final Print print;
    private final Map<String, String> signatures;
    private final PdfText text;
    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final StringBuilder html = new StringBuilder();

    /** @param signatures pictures by the id of their file */
    PdfPage(
            Paper paper,
            Print print,
            Map<String, String> signatures,
            PdfText text,
            Texts texts,
            Locale locale,
            ZoneId zone) {
        this.paper = paper;
        this.print = print;
        this.signatures = signatures;
        this.text = text;
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    String html() {
        var foot = paper.number() + "  ·  " + print.code();
        html.append("<html><head><title>")
                .append(text.of(paper.number()))
                .append("</title><style>")
                .append(STYLE.formatted(foot))
                .append("</style></head><body>");
        head();
        paper.sections().forEach(section -> {
            html.append("<h2>")
                    .append(section.title().isEmpty() ? words("content") : text.of(section.title()))
                    .append("</h2>");
            items(section.items());
        });
        trail();
        files();
        proof();
        return html.append("</body></html>").toString();
    }

    private void head() {
        html.append("<table><tr><td><div class=\"quiet\">")
                .append(text.of(paper.process()))
                .append("</div><h1>")
                .append(text.of(paper.title()))
                .append("</h1><table class=\"facts\">");
        fact("number", paper.number());
        fact("applicant", paper.applicant() + (paper.department() == null ? "" : "  ·  " + paper.department()));
        fact("handed-in", time(paper.createdAt()));
        fact(
                "status",
                status(texts, locale, paper.status())
                        + (paper.endedAt() == null ? "" : "  ·  " + time(paper.endedAt()))
                        + (paper.step().isEmpty() ? "" : "  ·  " + paper.step()));
        html.append("</table></td><td class=\"qr\"><img src=\"")
                .append(QrCode.picture(print.address()))
                .append("\"/><p class=\"quiet\">")
                .append(words("scan"))
                .append("</p></td></tr></table>");
    }

    static String status(Texts texts, Locale locale, String status) {
        return texts.get(locale, "digest.process.status." + status);
    }

    private void fact(String label, String value) {
        html.append("<tr><th>")
                .append(words(label))
                .append("</th><td>")
                .append(text.of(value))
                .append("</td></tr>");
    }

    private void items(List<Item> items) {
        var open = false;
        for (var item : items) {
            if (open != (item.text() != null)) {
                html.append(open ? "</table>" : "<table class=\"fields\">");
                open = !open;
            }
            if (item.text() != null) {
                html.append("<tr><th>")
                        .append(text.of(item.label()))
                        .append("</th><td>")
                        .append(text.of(item.text()))
                        .append("</td></tr>");
            } else {
                html.append("<h3>").append(text.of(item.label())).append("</h3>");
                if (item.table() != null) {
                    table(item.table());
                }
            }
        }
        html.append(open ? "</table>" : "");
    }

    private void table(Table table) {
        html.append("<table class=\"grid\"><thead><tr>");
        table.columns()
                .forEach(column -> html.append("<th>").append(text.of(column)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (var row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(text.of(cell)).append("</td>"));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void trail() {
        html.append("<h2>").append(words("trail")).append("</h2><table class=\"trail\"><tbody>");
        for (var deed : paper.trail()) {
            html.append("<tr><td class=\"at\">")
                    .append(time(deed.at()))
                    .append("</td><td class=\"who\">")
                    .append(deed.person() == null ? words("system") : text.of(deed.person()));
            if (deed.onBehalfOf() != null) {
                html.append("<div class=\"quiet\">")
                        .append(text.of(texts.get(locale, "record.print.behalf", deed.onBehalfOf())))
                        .append("</div>");
            }
            html.append("</td><td>").append(text.of(word(deed)));
            if (deed.step() != null) {
                html.append(" <span class=\"quiet\">")
                        .append(text.of(deed.step()))
                        .append("</span>");
            }
            paragraph(deed.comment());
            deed.notes().forEach(this::paragraph);
            if (!deed.files().isEmpty()) {
                paragraph(texts.get(locale, "record.print.with", String.join("、", deed.files())));
            }
            var signature = deed.signature() == null ? null : signatures.get(deed.signature());
            if (signature != null) {
                html.append("<div><img class=\"signature\" src=\"")
                        .append(signature)
                        .append("\"/></div>");
            }
            html.append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void paragraph(@Nullable String words) {
        if (words != null && !words.isBlank()) {
            html.append("<div>").append(text.of(words)).append("</div>");
        }
    }

    private String word(Deed deed) {
        var key = "record.deed." + deed.action();
        var usual = texts.get(locale, key);
        return deed.word() != null ? deed.word() : usual.equals(key) ? deed.action() : usual;
    }

    private void files() {
        if (paper.files().isEmpty()) {
            return;
        }
        html.append("<h2>").append(words("files")).append("</h2>");
        table(new Table(
                List.of(texts.get(locale, "record.print.file"), texts.get(locale, "record.print.size")),
                paper.files().stream()
                        .map(file -> List.of(file.name(), size(file.size())))
                        .collect(Collectors.toList())));
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : String.format("%.1f MB", bytes / 1048576.0);
    }

    private void proof() {
        html.append("<div class=\"proof\">");
        line("verify-at", print.address());
        line("digest", print.digest());
        line("entries", String.valueOf(paper.entries()), paper.head());
        line("printed", print.by(), time(print.at()));
        if (!text.missing().isEmpty()) {
            line("missing", PdfFont.MISSING, text.missing());
        }
        html.append("</div>");
    }

    private void line(String key, Object... args) {
        html.append("<p>")
                .append(text.of(texts.get(locale, "record.print." + key, args)))
                .append("</p>");
    }

    private String words(String key) {
        return text.of(texts.get(locale, "record.print." + key));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
