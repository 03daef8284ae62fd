package io.tongban.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindsTest {

    final Path folder;
    final FileKinds kinds = new FileKinds();

    FileKindsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> honest() {
        var office = "application/vnd.openxmlformats-officedocument.";
        return Stream.of(
                Arguments.of("a.pdf", Samples.PDF, "application/pdf"),
                Arguments.of("A.PNG", Samples.PNG, "image/png"),
                Arguments.of("a.jpeg", Samples.JPEG, "image/jpeg"),
                Arguments.of("a.gif", Samples.GIF, "image/gif"),
                Arguments.of(
                        "a.docx",
                        Samples.zip("[Content_Types].xml", "word/document.xml"),
                        office + "wordprocessingml.document"),
                Arguments.of(
                        "a.xlsx",
                        Samples.zip("[Content_Types].xml", "xl/workbook.xml"),
                        office + "spreadsheetml.sheet"),
                Arguments.of("工资.xlsx", Samples.ole("Root Entry", "EncryptedPackage"), office + "spreadsheetml.sheet"),
                Arguments.of("a.doc", Samples.ole("Root Entry", "WordDocument"), "application/msword"),
                Arguments.of("a.xls", Samples.ole("Root Entry", "Workbook"), "application/vnd.ms-excel"),
                Arguments.of(
                        "a.msg", Samples.ole("Root Entry", "__properties_version1.0"), "application/vnd.ms-outlook"),
                Arguments.of("发票.ofd", Samples.zip("OFD.xml"), "application/ofd"),
                Arguments.of("a.zip", Samples.zip("a.txt"), "application/zip"),
                Arguments.of("a.eml", Samples.MAIL, "message/rfc822"),
                Arguments.of("a.txt", Samples.bytes("你好 <b>"), "text/plain"),
                Arguments.of("a.csv", "姓名,金额\n陈雨,1".getBytes(Charset.forName("GBK")), "text/csv"),
                Arguments.of("a.csv", "\uFEFF姓名".getBytes(StandardCharsets.UTF_16LE), "text/csv"));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void what_is_what_its_ending_says_is_accepted(String name, byte[] content, String type) throws IOException {
        assertThat(check(name, content)).isEqualTo(type);
    }

    static Stream<Arguments> disguised() {
        return Stream.of(
                Arguments.of("a.png", Samples.HTML),
                Arguments.of("a.png", Samples.SVG),
                Arguments.of("a.png", Samples.EXE),
                Arguments.of("a.jpg", Samples.PNG),
                Arguments.of("a.jpg", Samples.SHELL),
                Arguments.of("a.gif", Samples.ELF),
                Arguments.of("a.pdf", Samples.EXE),
                Arguments.of("a.pdf", Samples.bytes("just words")),
                Arguments.of("a.txt", Samples.HTML),
                Arguments.of("a.txt", Samples.SVG),
                Arguments.of("a.txt", Samples.SHELL),
                Arguments.of("a.csv", Samples.EXE),
                Arguments.of("a.csv", Samples.PNG),
                Arguments.of("a.docx", Samples.zip("a.exe")),
                Arguments.of("a.docx", Samples.zip("[Content_Types].xml", "xl/workbook.xml")),
                Arguments.of("a.docx", Samples.bytes("PK\u0003\u0004 broken")),
                Arguments.of("a.doc", Samples.ole("Root Entry", "Installer")),
                Arguments.of("a.doc", Samples.HTML),
                Arguments.of("a.zip", Samples.EXE),
                Arguments.of("a.eml", Samples.HTML),
                Arguments.of("a.eml", Samples.bytes("no header at all")));
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void what_is_something_else_is_refused(String name, byte[] content) {
        assertRefused(name, content, "file:disguised");
    }

    @Test
    void other_kinds_are_refused() {
        assertRefused("a.exe", Samples.EXE, "file:kind");
        assertRefused("a.html", Samples.HTML, "file:kind");
        assertRefused("a.svg", Samples.SVG, "file:kind");
        assertRefused("a.pdf.exe", Samples.PDF, "file:kind");
        assertRefused("a", Samples.PDF, "file:kind");
        assertRefused("", Samples.PDF, "file:kind");
        assertRefused(".pdf", Samples.PDF, "file:kind");
        assertRefused("a.pdf", new byte[0], "file:empty");
    }

    private void assertRefused(String name, byte[] content, String code) {
        assertThatThrownBy(() -> check(name, content)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.status()).isEqualTo(422);
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.errors()).extracting(Problem.FieldError::field).containsExactly("file");
        });
    }

    private String check(String name, byte[] content) throws IOException {
        try (var draft = new FolderStorage(folder).write(new ByteArrayInputStream(content), Files.LARGEST)) {
            return kinds.check(name, draft);
        }
    }
}
