package io.tongban.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page that looks like a receipt: lines of plain text in a small PDF. */
final class DemoInvoice {

    private DemoInvoice() {}

    static byte[] page(String... lines) {
        var text = new StringBuilder("BT /F1 12 Tf 40 180 Td 22 TL\n");
        for (var line : lines) {
            text.append('(').append(line).append(") Tj T*\n");
        }
        text.append("ET");
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 240] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n").append(places);
        file.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
