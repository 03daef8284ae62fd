package io.tongban.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that spreadsheets open without computing anything of them. */
public class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r\n=1"})
    void a_formula_stays_text(String formula) {
        assertThat(Sheet.cell(formula)).startsWith("'");
    }

    @Test
    void commas_and_quotes_stay_in_their_cell_and_lines_in_one() {
        assertThat(Sheet.cell("打车, \"夜间\"")).isEqualTo("\"打车, \"\"夜间\"\"\"");
        assertThat(Sheet.cell("上海\n杭州")).isEqualTo("上海 杭州");
        assertThat(Sheet.cell(null)).isEmpty();
        assertThat(Sheet.cell(new BigDecimal("-12.50"))).isEqualTo("-12.50");
    }

    @Test
    void a_workbook_has_texts_numbers_and_times_and_no_formula(@TempDir Path folder) throws Exception {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file);
                var sheet = Sheet.excel(out, "申请/2026")) {
            sheet.row("编号", "金额", "时间");
            sheet.row("=HYPERLINK(\"x\")", new BigDecimal("12.50"), LocalDateTime.parse("2026-11-27T09:30"));
            sheet.flush();
            sheet.row("𠮷野家 \u0001", null, null);
        }
        assertThat(sheetOf(file)).contains("编号", "=HYPERLINK", "12.5", "𠮷野家").doesNotContain("<f>", "\u0001");
    }

    /** What the first sheet of a workbook says; it computes nothing. */
    public static String sheetOf(Path file) throws Exception {
        try (var zip = new ZipFile(file.toFile());
                var content = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            var sheet =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
            assertThat(sheet.getElementsByTagName("f").getLength())
                    .as("formulas")
                    .isZero();
            return sheet.getDocumentElement().getTextContent();
        }
    }
}
