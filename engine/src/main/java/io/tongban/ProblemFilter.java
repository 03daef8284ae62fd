package io.tongban;

import io.tongban.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** What the filters behind it refuse is answered like every other problem. */
final class ProblemFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;

    ProblemFilter(HandlerExceptionResolver problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Problem problem) {
            LocaleContextHolder.setLocale(locales.resolveLocale(request));
            problems.resolveException(request, response, null, problem);
        }
    }
}
