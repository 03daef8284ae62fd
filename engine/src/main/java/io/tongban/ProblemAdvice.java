package io.tongban;

import io.tongban.file.Files;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/** Every refusal leaves the server as RFC 9457 problem details in the caller's language. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** One field error as it is sent. */
    record FieldMessage(String field, String code, String message) {}

    private final Texts texts;

    ProblemAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        var body = body(problem.status(), problem.code(), problem.args().toArray());
        if (!problem.errors().isEmpty()) {
            body.setProperty(
                    "errors",
                    problem.errors().stream()
                            .map(e -> new FieldMessage(
                                    e.field(),
                                    e.code(),
                                    sentence(e.code(), e.args().toArray())))
                            .toList());
        }
        problem.more().forEach(body::setProperty);
        if (problem.status() == 429 && problem.args().get(0) instanceof Number seconds) {
            return ResponseEntity.status(429)
                    .header(HttpHeaders.RETRY_AFTER, seconds.toString())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
        return answer(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MaxUploadSizeExceededException large) {
        return on(Files.tooLarge());
    }

    /** A wrong type, a broken upload, a header or parameter that is no text. */
    @ExceptionHandler({
        TypeMismatchException.class,
        MultipartException.class,
        RequestRejectedException.class,
        InvalidParameterException.class,
        JacksonException.class
    })
    ResponseEntity<ProblemDetail> onUnreadable() {
        return answer(body(400, "kernel:malformed"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        return answer(body(400, "kernel:malformed"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException invalid) {
        var body = body(422, "kernel:invalid");
        List<FieldMessage> errors = invalid.getFieldErrors().stream()
                .map(e -> new FieldMessage(
                        e.getField(), "kernel:invalid", e.getDefaultMessage() == null ? "" : e.getDefaultMessage()))
                .toList();
        body.setProperty("errors", errors);
        return answer(body);
    }

    @ExceptionHandler
    @org.springframework.web.bind.annotation.ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void on(AsyncRequestNotUsableException gone) {
        // The browser closed the page; there is nobody to tell.
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            return answer(body(known.getStatusCode().value(), codeOf(known.getStatusCode())));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(body(500, "kernel:failure"));
    }

    private static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "kernel:forbidden";
            case 404 -> "kernel:not-found";
            case 405 -> "kernel:method";
            case 413 -> "kernel:too-large";
            case 415 -> "kernel:media-type";
            default -> "kernel:malformed";
        };
    }

    private ProblemDetail body(int status, String code, Object... args) {
        var body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:problem:" + code));
        body.setTitle(sentence(code, args));
        return body;
    }

    private String sentence(String code, Object... args) {
        return texts.get("problem." + code.replace(':', '.'), args);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
