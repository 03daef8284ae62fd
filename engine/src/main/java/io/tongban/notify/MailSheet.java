package io.tongban.notify;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A mail in the making: every block is written twice, as plain text and as simple HTML that needs nothing from outside. */
final class MailSheet {

    private static final int LONGEST_LINE = 160;

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
            <title>%s</title></head>
            <body style="margin:0;padding:24px 12px;background:#faf9f7;color:#23211e;\
            font:15px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Segoe UI',sans-serif">
            <div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #eae7e1;border-radius:10px">
            %s</div>
            %s</body></html>
            """;

    private static final String LINK = "color:#0f5f70;text-decoration:none";
    private static final String QUIET = "color:#6b665e;font-size:13px";

    private final Locale locale;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder foot = new StringBuilder();

    MailSheet(Locale locale) {
        this.locale = locale;
    }

    void headline(String words) {
        text.append(words).append("\n");
        html.append("<h1 style=\"margin:0 0 16px;font-size:18px;line-height:1.5\">")
                .append(safe(words))
                .append("</h1>\n");
    }

    /** Label and value of each. */
    void facts(List<String[]> facts) {
        if (facts.isEmpty()) {
            return;
        }
        text.append("\n");
        html.append("<table role=\"presentation\" style=\"margin:0 0 16px;border-collapse:collapse\">\n");
        for (var fact : facts) {
            text.append(fact[0]).append(": ").append(fact[1]).append("\n");
            html.append("<tr><td style=\"padding:2px 16px 2px 0;vertical-align:top;white-space:nowrap;color:#6b665e\">")
                    .append(safe(fact[0]))
                    .append("</td><td style=\"padding:2px 0\">")
                    .append(safe(fact[1]))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    void button(String label, String address) {
        text.append("\n").append(label).append(":\n").append(address).append("\n");
        html.append("<p style=\"margin:0\"><a href=\"")
                .append(safe(address))
                .append("\" style=\"display:inline-block;padding:9px 20px;border-radius:6px;background:#0f5f70;"
                        + "color:#ffffff;font-weight:600;text-decoration:none\">")
                .append(safe(label))
                .append("</a></p>\n");
    }

    /** A heading with its lines, and a link to the rest where there is more. */
    void section(DigestPart.Section section, String site, @Nullable String more) {
        text.append("\n").append(section.title()).append("\n");
        html.append("<h2 style=\"margin:24px 0 4px;font-size:15px\">")
                .append(safe(section.title()))
                .append("</h2>\n<ul style=\"margin:0;padding:0;list-style:none\">\n");
        for (var line : section.lines()) {
            line(line, site + line.link());
        }
        html.append("</ul>\n");
        if (more != null) {
            text.append(more).append("\n  ").append(site).append(section.link()).append("\n");
            html.append("<p style=\"margin:8px 0 0\"><a href=\"")
                    .append(safe(site + section.link()))
                    .append("\" style=\"" + LINK + "\">")
                    .append(safe(more))
                    .append("</a></p>\n");
        }
    }

    private void line(DigestPart.Line line, String address) {
        var words = shorten(line.text());
        var note = shorten(line.note());
        text.append("- ").append(words).append("\n");
        html.append("<li style=\"padding:8px 0;border-bottom:1px solid #eae7e1\"><a href=\"")
                .append(safe(address))
                .append("\" style=\"" + LINK + ";font-weight:600\">")
                .append(safe(words))
                .append("</a>");
        if (line.late() != null || !note.isEmpty()) {
            text.append("  ")
                    .append(line.late() == null ? "" : "[" + line.late() + "] ")
                    .append(note)
                    .append("\n");
            html.append("<br><span style=\"" + QUIET + "\">");
            if (line.late() != null) {
                html.append("<strong style=\"color:#b3261e\">")
                        .append(safe(line.late()))
                        .append("</strong> ");
            }
            html.append(safe(note)).append("</span>");
        }
        text.append("  ").append(address).append("\n");
        html.append("</li>\n");
    }

    /** Below everything, small. */
    void foot(String words, String label, String address) {
        text.append("\n-- \n")
                .append(words)
                .append("\n")
                .append(label)
                .append(": ")
                .append(address)
                .append("\n");
        foot.append("<p style=\"max-width:600px;margin:16px auto 0;" + QUIET + "\">")
                .append(safe(words))
                .append(" <a href=\"")
                .append(safe(address))
                .append("\" style=\"color:#0f5f70\">")
                .append(safe(label))
                .append("</a></p>\n");
    }

    MailText.Written written(String subject) {
        return new MailText.Written(
                subject, text.toString(), PAGE.formatted(locale.toLanguageTag(), safe(subject), html, foot));
    }

    private static String shorten(String words) {
        var line = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    private static String safe(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
