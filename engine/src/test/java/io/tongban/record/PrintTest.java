package io.tongban.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.file.Samples;
import io.tongban.process.Requests;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A request on paper: complete for those who may read it, and anybody can see whether it is genuine. */
@ProductTest
class PrintTest {

    @Autowired
    TestCompany company;

    @Autowired
    Requests requests;

    @Autowired
    JdbcTemplate jdbc;

    TestClient chen = new TestClient(0);
    TestClient zhao = new TestClient(0);
    String request = "";

    @BeforeEach
    void aRequest() {
        chen = company.signIn("chen.yu");
        zhao = company.signIn("zhao.min");
        var answers = Map.of("topic", "劳动合同盖章 𠮷野家", "secret", "底价八十万");
        request = chen.post("/api/requests", Map.of("process", "trial-proof", "answers", answers))
                .ok()
                .at("/id")
                .asString();
    }

    private static String upload(TestClient who, String name, byte[] bytes) {
        return who.upload("/api/files", name, "application/octet-stream", bytes)
                .ok()
                .at("/id")
                .asString();
    }

    private void signed() {
        var task =
                chen.get("/api/requests/" + request).ok().at("/openTasks/0/id").asString();
        var body = Map.of(
                "comment",
                "同意盖章 <b>&",
                "signature",
                upload(zhao, "签名.png", Samples.signature()),
                "files",
                List.of(upload(zhao, "合同 终稿.pdf", Samples.PDF)));
        zhao.post("/api/tasks/" + task + "/approve", body).ok();
    }

    private static byte[] pdf(TestClient who, String request) {
        var answer = who.get("/api/requests/" + request + "/pdf");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        return answer.raw().body();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** What a phone reads from the paper. */
    private static String scanned(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    @Test
    void it_has_form_trail_opinions_signature_and_attachments_in_an_embedded_font() throws Exception {
        signed();
        var pdf = pdf(chen, request);
        assertThat(text(pdf))
                .contains("劳动合同盖章", "底价八十万", "陈宇", "赵敏", "同意盖章 <b>&", "直接上级签字", "合同 终稿.pdf")
                .contains("提交了申请", "进行中")
                .as("what the font does not have is seen and named")
                .contains("□野家", "U+20BB7");
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
            var pictures = 0;
            for (var page : document.getPages()) {
                for (var ignored : page.getResources().getXObjectNames()) {
                    pictures++;
                }
            }
            assertThat(pictures).as("the code and the signature").isEqualTo(2);
        }
        assertThat(pdf.length)
                .as("only the characters that are used are embedded")
                .isLessThan(400_000);
        assertThat(text(chen.language("en")
                        .get("/api/requests/" + request + "/pdf")
                        .raw()
                        .body()))
                .contains("Applicant", "In progress", "handed in");
    }

    @Test
    void nobody_reads_on_paper_what_is_hidden_on_the_page() throws Exception {
        assertThat(text(pdf(zhao, request))).contains("劳动合同盖章").doesNotContain("底价", "八十万");
        assertThat(company.signIn("wu.xs")
                        .get("/api/requests/" + request + "/pdf")
                        .status())
                .isEqualTo(404);
        assertThat(company.anonymous().get("/api/requests/" + request + "/pdf").status())
                .isEqualTo(401);
    }

    @Test
    void the_code_on_it_says_to_anybody_whether_it_is_genuine_and_nothing_of_people() throws Exception {
        var pdf = pdf(chen, request);
        var address = scanned(pdf);
        assertThat(address).contains("/verify/");
        var path = "/api" + address.substring(address.indexOf("/verify/"));
        var answer = company.anonymous().get(path);
        assertThat(answer.ok().at("/genuine").asBoolean()).isTrue();
        assertThat(answer.body().at("/status").asString()).isEqualTo("running");
        assertThat(answer.body().at("/since").asInt()).isZero();
        assertThat(text(pdf))
                .contains(answer.body().at("/number").asString())
                .contains(answer.body().at("/digest").asString());
        assertThat(answer.body().at("/file").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        assertThat(answer.text()).doesNotContain("陈宇", "劳动合同", "用印", company.id("chen.yu"), request);

        signed();
        assertThat(company.anonymous().get(path).ok().at("/since").asInt())
                .as("the paper is older than the record")
                .isEqualTo(1);

        assertThat(company.anonymous()
                        .get("/api/verify/0000")
                        .ok()
                        .at("/genuine")
                        .asBoolean())
                .isFalse();
        jdbc.update("update process_entry set text = '从来没有' where request_id = ? and seq = 2", request);
        var broken = company.anonymous().get(path).ok();
        assertThat(broken.at("/genuine").asBoolean()).isFalse();
        assertThat(broken.at("/why").asString()).contains("对不上");
    }

    @Test
    void a_request_with_two_hundred_entries_is_printed_whole() throws Exception {
        for (int i = 1; i <= 200; i++) {
            requests.comment(company.actor("chen.yu"), request, "第" + i + "次补充说明:" + "请看附件。".repeat(i % 7), null);
        }
        var pdf = pdf(chen, request);
        assertThat(text(pdf)).contains("第1次补充说明", "第200次补充说明");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(5, 40);
        }
    }
}
