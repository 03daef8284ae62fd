package io.tongban;

import io.tongban.access.Credentials;
import io.tongban.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Another site may not change anything through a visitor's browser. Browsers tell where a call comes from; a program
 * that tells nothing, or brings a token of its own, is not a visitor's browser.
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final @Nullable String publicAuthority;

    OriginFilter(String publicUrl) {
        publicAuthority = authority(publicUrl);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && !Credentials.bearer(request) && foreign(request)) {
            throw Problem.of(403, "kernel:origin");
        }
        chain.doFilter(request, response);
    }

    private boolean foreign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return site != null && !site.equals("same-origin") && !site.equals("none");
        }
        var from = authority(origin);
        if (from == null) {
            return true;
        }
        if (from.equals(publicAuthority)) {
            return false;
        }
        var own = from.equals(authority(URI.create(origin).getScheme() + "://" + request.getHeader(HttpHeaders.HOST)));
        return !own || "cross-site".equals(site) || "same-site".equals(site);
    }

    /** Host and port, with the scheme's usual port where none is given. */
    private static @Nullable String authority(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() == null || uri.getScheme() == null) {
                return null;
            }
            var usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
            return uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
