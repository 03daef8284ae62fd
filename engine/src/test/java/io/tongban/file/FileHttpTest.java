package io.tongban.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestClient.Answer;
import io.tongban.TestCompany;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class FileHttpTest {

    static final byte[] LARGEST = new byte[(int) Files.LARGEST];

    static {
        Arrays.fill(LARGEST, (byte) 'a');
    }

    @Autowired
    Portraits portraits;

    @Autowired
    TestCompany company;

    @Autowired
    Files files;

    TestClient chen = new TestClient(0);
    TestClient wu = new TestClient(0);

    @BeforeEach
    void signIn() {
        chen = company.signIn("chen.yu");
        wu = company.signIn("wu.xs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"报销单😀.pdf", "𠮷野家.pdf", "تقرير الربع.pdf", "e\u0301te\u0301.pdf", "it's <b>x;y=%20.pdf"})
    void a_name_comes_back_as_it_was_given(String name) {
        var uploaded = upload(name, Samples.PDF);

        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.body().path("name").asString()).isEqualTo(name);
        assertThat(uploaded.body().path("size").asLong()).isEqualTo(Samples.PDF.length);
        assertThat(uploaded.body().path("type").asString()).isEqualTo("application/pdf");
        assertThat(uploaded.header("Location")).isEqualTo(path(uploaded));
        assertThat(chen.get(path(uploaded) + "/info").ok()).isEqualTo(uploaded.body());
        var download = chen.get(path(uploaded));
        assertThat(download.raw().body()).isEqualTo(Samples.PDF);
        assertThat(exactName(download)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd.pdf,passwd.pdf", "/etc/x.pdf,x.pdf", "..\\..\\x.pdf,x.pdf", "C:\\x\\y.pdf,y.pdf"})
    void folders_in_a_name_lead_nowhere(String name, String kept) {
        assertThat(upload(name, Samples.PDF).ok().path("name").asString())
                .endsWith(kept)
                .doesNotContain("/", "..");
    }

    @Test
    void a_download_is_never_a_page_of_the_product() {
        var text = upload("note.txt", Samples.bytes("hello <script>alert(1)</script>"));

        for (var query : List.of("", "?inline=true")) {
            var download = chen.get(path(text) + query);
            assertThat(download.header("Content-Type")).startsWith("text/plain");
            assertThat(download.header("Content-Disposition")).startsWith("attachment;");
            assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(download.header("Content-Security-Policy")).contains("sandbox");
        }
    }

    @Test
    void pictures_and_pdf_may_be_shown_in_place() {
        var picture = upload("a.png", Samples.PNG);
        var paper = upload("a.pdf", Samples.PDF);

        assertThat(chen.get(path(picture)).header("Content-Disposition")).startsWith("attachment;");
        assertThat(chen.get(path(picture) + "?inline=true").header("Content-Disposition"))
                .startsWith("inline;");
        assertThat(chen.get(path(paper) + "?inline=true").header("Content-Disposition"))
                .startsWith("inline;");
    }

    @Test
    void a_copy_may_be_kept_by_the_reader_alone_and_is_asked_for_again() {
        var paper = upload("a.pdf", Samples.PDF);
        var first = chen.get(path(paper));

        assertThat(first.header("Cache-Control")).contains("private").contains("no-cache");
        var again = chen.send(chen.request(path(paper)).header("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
        var stranger = wu.send(wu.request(path(paper)).header("If-None-Match", first.header("ETag")));
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void what_pretends_to_be_something_else_is_refused_in_the_callers_language() {
        var refused = chen.language("en").upload("/api/files", "photo.png", "image/png", Samples.SVG);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.problem()).isEqualTo("file:disguised");
        assertThat(refused.title()).contains("photo.png").contains(".png");
        assertThat(refused.body().path("errors").get(0).path("field").asString())
                .isEqualTo("file");
        for (var content : List.of(Samples.HTML, Samples.EXE, Samples.ELF, Samples.SHELL)) {
            assertThat(upload("photo.jpg", content).problem()).isEqualTo("file:disguised");
        }
        for (var name : List.of("a.exe", "a.html", "a.svg", "a.pdf.js", "a", "a.pdf.", "..")) {
            assertThat(upload(name, Samples.PDF).problem()).as(name).isEqualTo("file:kind");
        }
        assertThat(upload("a.pdf", new byte[0]).problem()).isEqualTo("file:empty");
    }

    @Test
    void exactly_20_MB_go_in_and_more_is_answered_with_the_limit() {
        assertThat(upload("a.txt", LARGEST).status()).isEqualTo(201);
        for (int more : List.of(1, 3 << 20, 12 << 20)) {
            var refused = upload("a.txt", Arrays.copyOf(LARGEST, LARGEST.length + more));
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.problem()).isEqualTo("file:too-large");
            assertThat(refused.title()).contains("20 MB");
        }
    }

    @Test
    void a_call_that_is_no_upload_is_told_so() {
        assertThat(chen.post("/api/files", Map.of("file", "x")).status()).isEqualTo(415);
        assertThat(multipart("--x--\r\n").status()).isEqualTo(400);
    }

    @Test
    void what_the_sender_claims_about_the_type_counts_for_nothing() {
        var claimed = chen.upload("/api/files", "a.txt", "text/html", Samples.bytes("plain words"));

        assertThat(claimed.ok().path("type").asString()).isEqualTo("text/plain");
        assertThat(chen.upload("/api/files", "a.png", "image/png", Samples.HTML).problem())
                .isEqualTo("file:disguised");
    }

    @Test
    void another_site_cannot_upload_with_somebodys_session() {
        var refused = company.signIn("chen.yu")
                .header("Origin", "https://evil.example")
                .upload("/api/files", "a.pdf", "application/pdf", Samples.PDF);

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void a_form_field_is_no_file_and_of_several_files_one_is_taken() {
        assertThat(multipart("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nwords\r\n--x--\r\n")
                        .status())
                .isEqualTo(400);
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.txt\"\r\n\r\nwords\r\n";
        var several = multipart(part.formatted("first") + part.formatted("second") + "--x--\r\n");
        assertThat(several.ok().path("name").asString()).isEqualTo("first.txt");
        assertThat(multipart("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nbroken o")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_name_cannot_add_header_lines_to_the_download() {
        var uploaded = upload("a%0d%0aSet-Cookie: x=1\u2028.pdf", Samples.PDF);
        var download = chen.get(path(uploaded));

        assertThat(exactName(download)).isEqualTo("a%0d%0aSet-Cookie: x=1.pdf");
        assertThat(download.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_part_of_a_file_can_be_asked_for() {
        var paper = upload("a.pdf", Samples.PDF);

        var start = chen.send(chen.request(path(paper)).header("Range", "bytes=0-3"));
        assertThat(start.status()).isEqualTo(206);
        assertThat(start.text()).isEqualTo("%PDF");
        assertThat(chen.send(chen.request(path(paper)).header("Range", "bytes=9999-"))
                        .status())
                .isEqualTo(416);
    }

    @Test
    void somebody_elses_file_does_not_exist() {
        var paper = upload("a.pdf", Samples.PDF);

        for (var path : List.of(path(paper), path(paper) + "?inline=true", path(paper) + "/info")) {
            var refused = wu.get(path);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.problem()).isEqualTo("kernel:not-found");
            assertThat(refused.text()).doesNotContain("a.pdf");
        }
        assertThat(company.anonymous().get(path(paper)).status()).isEqualTo(401);
        assertThat(company.anonymous()
                        .upload("/api/files", "a.pdf", "application/pdf", Samples.PDF)
                        .status())
                .isEqualTo(401);
        assertThat(chen.get("/api/files/" + Ids.next()).status()).isEqualTo(404);
        assertThat(chen.get("/api/files/..%2f..%2fetc%2fpasswd").status()).isBetween(400, 404);
    }

    @Test
    void who_may_read_the_thing_may_read_what_is_attached_to_it() {
        var paper = upload("a.pdf", Samples.PDF);
        var id = paper.body().path("id").asString();
        var ofWu = new BusinessRef(TestFileReaders.TYPE, company.id("wu.xs"));

        files.attach(company.actor("chen.yu"), List.of(id), ofWu);

        assertThat(wu.get(path(paper)).raw().body()).isEqualTo(Samples.PDF);
        assertThat(chen.get(path(paper)).status()).isEqualTo(200);
        assertThat(company.signIn("zhao.min").get(path(paper)).status()).isEqualTo(404);
    }

    @Test
    void a_portrait_is_given_after_a_check_and_seen_by_colleagues() {
        var account = company.employ("乔木", null);
        var person = company.signIn(account);
        var portrait = "/api/people/" + company.id(account) + "/portrait";
        assertThat(wu.get(portrait).status()).isEqualTo(404);

        var picture = id(person.upload("/api/files", "我.png", "image/png", Samples.PNG));
        assertThat(person.put("/api/me/portrait", Map.of("file", picture)).problem())
                .isEqualTo("file:portrait-checked");
        portraits.give(company.id(account), picture);
        assertThat(wu.get(portrait).raw().body()).isEqualTo(Samples.PNG);

        person.put("/api/me/portrait", "{\"file\":null}").ok();
        assertThat(wu.get(portrait).status()).isEqualTo(404);
    }

    private Answer upload(String name, byte[] content) {
        return chen.upload("/api/files", name, "application/octet-stream", content);
    }

    private Answer multipart(String body) {
        return chen.send(chen.request("/api/files")
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String id(Answer uploaded) {
        return uploaded.ok().path("id").asString();
    }

    private static String path(Answer uploaded) {
        return "/api/files/" + id(uploaded);
    }

    private static String exactName(Answer download) {
        var header = download.header("Content-Disposition");
        var encoded = header.substring(header.indexOf("filename*=UTF-8''") + "filename*=UTF-8''".length());
        return java.net.URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
