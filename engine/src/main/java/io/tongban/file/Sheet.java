package io.tongban.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table that spreadsheets open, written row by row and never held as a whole. Text stays text: no cell is one that a
 * spreadsheet would compute.
 */
public abstract class Sheet implements AutoCloseable {

    private static final Pattern COMPUTED = Pattern.compile("^\\s*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private Sheet() {}

    /** Cells are texts, numbers, {@link LocalDateTime}s, or null. */
    public abstract void row(@Nullable Object... cells) throws IOException;

    /** What was written so far reaches the reader. */
    public abstract void flush() throws IOException;

    @Override
    public abstract void close() throws IOException;

    /** UTF-8 with its mark, by which spreadsheets know it. */
    public static Sheet csv(OutputStream out) throws IOException {
        return new Csv(out);
    }

    /** An Excel workbook with one sheet. */
    public static Sheet excel(OutputStream out, String name) {
        return new Excel(out, name);
    }

    /** A cell of a table of lines: what looks like a formula gets an apostrophe in front, as spreadsheets do themselves. */
    static String cell(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof LocalDateTime at) {
            return at.toLocalDate() + " " + at.toLocalTime().withNano(0);
        }
        var text = value == null ? "" : value.toString();
        var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        var safe = COMPUTED.matcher(text).matches() ? "'" + plain : plain;
        return safe.matches("(?s).*[\",;\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static final class Csv extends Sheet {

        private static final String MARK = "\uFEFF";

        private final OutputStream out;

        private Csv(OutputStream out) throws IOException {
            this.out = out;
            out.write(MARK.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            var line = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                line.append(i == 0 ? "" : ",").append(cell(cells[i]));
            }
            out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static final class Excel extends Sheet {

        private static final int MOST_ROWS = 1_048_576;
        private static final int LONGEST = 32_000;

        private final Workbook book;
        private final Worksheet sheet;
        private int next;

        private Excel(OutputStream out, String name) {
            book = new Workbook(out, "Tongban", "1.0");
            sheet = book.newWorksheet(name.replaceAll("[\\[\\]:*?/\\\\]", " ").strip());
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(@Nullable Object... cells) {
            if (next == MOST_ROWS) {
                throw new IllegalStateException("A sheet of Excel has no more rows");
            }
            for (int i = 0; i < cells.length; i++) {
                cell(i, cells[i]);
            }
            if (next == 0) {
                sheet.range(0, 0, 0, Math.max(0, cells.length - 1))
                        .style()
                        .bold()
                        .set();
            }
            next++;
        }

        private void cell(int column, @Nullable Object value) {
            if (value instanceof Number number) {
                sheet.value(next, column, number);
            } else if (value instanceof LocalDateTime at) {
                sheet.value(next, column, at);
                sheet.style(next, column).format("yyyy-mm-dd hh:mm").set();
            } else if (value != null) {
                var text = value.toString().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
                // A text inside the row: a table of texts of the whole book would stay in memory.
                sheet.inlineString(next, column, text.length() <= LONGEST ? text : text.substring(0, LONGEST));
            }
        }

        @Override
        public void flush() throws IOException {
            sheet.flush();
        }

        @Override
        public void close() throws IOException {
            book.finish();
        }
    }

    /** What kind of file it is asked for: {@code csv} or {@code xlsx}. */
    public enum Kind {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Sheet open(OutputStream out, String name) throws IOException {
            return this == CSV ? csv(out) : excel(out, name);
        }
    }
}
