package io.tongban.access;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the current call comes. */
public final class Origin {

    private static final String NOBODY = "system";
    private static final int LONGEST = 120;

    private Origin() {}

    /**
     * {@code kind|address|session}: kind is browser, phone or token; only {@code system} where the product acts by itself.
     */
    public static String current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call)) {
            return NOBODY;
        }
        var request = call.getRequest();
        var session = Session.of(request);
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var kind = session.filter(Session::token).isPresent()
                ? Sessions.TOKEN
                : agent != null && agent.toLowerCase(Locale.ROOT).contains("mobi") ? "phone" : Sessions.BROWSER;
        var origin = kind + "|" + request.getRemoteAddr() + "|"
                + session.map(Session::id).orElse("");
        return origin.length() <= LONGEST ? origin : origin.substring(0, LONGEST);
    }
}
