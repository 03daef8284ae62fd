package io.tongban.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "报销单😀.pdf",
                "𠮷野家.png",
                "تقرير.pdf",
                "דוח 2026.docx",
                "e\u0301te\u0301.txt",
                "👨\u200D👩\u200D👧.jpg",
                "it's \"quoted\" <b>.txt",
                "a;b=c%20.txt"
            })
    void a_name_is_kept_exactly(String name) {
        assertThat(FileName.clean(name)).isEqualTo(name);
    }

    @Test
    void folders_and_controls_are_left_out() {
        assertThat(FileName.clean("../../etc/passwd.txt")).isEqualTo("passwd.txt");
        assertThat(FileName.clean("C:\\Users\\陈雨\\发票.pdf")).isEqualTo("发票.pdf");
        assertThat(FileName.clean("a\r\nSet-Cookie: x.pdf")).isEqualTo("aSet-Cookie: x.pdf");
        assertThat(FileName.clean("a\0.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.clean("photo\u202Egnp.exe")).isEqualTo("photognp.exe");
        assertThat(FileName.clean("a\uD83D.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.clean("/")).isEmpty();
    }

    @Test
    void a_long_name_loses_its_middle_and_keeps_its_ending() {
        var shortened = FileName.clean("😀".repeat(300) + ".pdf");

        assertThat(shortened).isEqualTo("😀".repeat(196) + ".pdf");
        assertThat(FileName.clean("报".repeat(200))).hasSize(200);
    }

    @Test
    void the_download_header_carries_the_exact_name_and_nothing_else() {
        assertThat(FileName.disposition("报销单😀.pdf", false))
                .isEqualTo("attachment; filename=\"____.pdf\"; "
                        + "filename*=UTF-8''%E6%8A%A5%E9%94%80%E5%8D%95%F0%9F%98%80.pdf");
        assertThat(FileName.disposition("a\"; x=\".pdf", true))
                .isEqualTo("inline; filename=\"a__ x__.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22.pdf");
    }
}
