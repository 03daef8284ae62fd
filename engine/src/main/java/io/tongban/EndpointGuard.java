package io.tongban;

import io.tongban.access.Credentials;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Every handler says who may call it; one that says nothing is open to nobody. */
final class EndpointGuard implements HandlerInterceptor {

    /** The API document is served by a library; it is public. */
    private static final String API_DOCUMENT = "org.springdoc.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || method.getBeanType().getName().startsWith(API_DOCUMENT)) {
            return true;
        }
        var endpoint = method.getMethodAnnotation(Endpoint.class);
        if (endpoint == null) {
            throw Problem.forbidden();
        }
        if (endpoint.value().equals(Endpoint.ANONYMOUS)) {
            return true;
        }
        if (!(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) {
            throw Credentials.missing(request);
        }
        if (!endpoint.value().equals(Endpoint.SIGNED_IN)) {
            actor.require(endpoint.value());
        }
        return true;
    }
}
