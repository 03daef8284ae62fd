package io.tongban;

import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server itself refuses, such as an unreadable address, is answered as a problem too. */
@Controller
class Failures implements ErrorController {

    @RequestMapping("/error")
    @Endpoint(Endpoint.ANONYMOUS)
    void failed(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        throw switch (status) {
            case 401 -> Problem.unauthenticated("kernel:unauthenticated");
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "kernel:method");
            case 413 -> Problem.of(413, "kernel:too-large");
            default -> status < 500 ? Problem.of(status, "kernel:malformed") : Problem.of(status, "kernel:failure");
        };
    }
}
