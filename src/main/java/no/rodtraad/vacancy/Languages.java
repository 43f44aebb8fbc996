package no.rodtraad.vacancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The public pages in two languages: bokmål, and English under {@code /en}. What is under {@code /en} is served as if
 * the application were installed there, so that every link and form on an English page stays English. Pages that have no
 * English are shown where they are.
 */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final Locale BOKMAAL = Locale.forLanguageTag("nb-NO");
    static final String ENGLISH_PATH = "/en";
    private static final String ENGLISH = Languages.class.getName() + ".english";

    private static final List<PathPattern> IN_ENGLISH = List.of(
            pattern("/"),
            pattern("/stillinger"),
            pattern("/stillinger/{slug}"),
            pattern("/stillinger/{slug}/sok"),
            pattern("/soknad/{token}"),
            pattern("/soknad/ny-lenke/sendt"),
            pattern("/soknad/kladd/{token}"),
            pattern("/soknad/kladd/{token}/slett"),
            pattern("/soknad/{token}/intervjutid"),
            pattern("/soknad/{token}/trekk"),
            pattern("/soknad/{token}/tilbud"),
            pattern("/soknad/{token}/tilbud/svar"),
            pattern("/soknad/{token}/endre"),
            pattern("/soknad/{token}/slett"),
            pattern("/soknad/{token}/andre/{wish}"),
            pattern("/css/{file}"),
            pattern("/img/{file}"),
            pattern("/favicon.svg"));

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    static boolean inEnglish(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return IN_ENGLISH.stream().anyMatch(pattern -> pattern.matches(asked));
    }

    /** Named as {@link DispatcherServlet} and {@link WebMvcAutoConfiguration} look for it. */
    @Bean
    LocaleResolver localeResolver() {
        return new ByPath();
    }

    private static final class ByPath implements LocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return request.getAttribute(ENGLISH) == null ? BOKMAAL : Locale.ENGLISH;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("The address of a page decides its language");
        }
    }

    @Bean
    EnglishPages englishPages() {
        return new EnglishPages();
    }

    /** Before anything looks at the path, also security. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class EnglishPages extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (!path.equals(ENGLISH_PATH) && !path.startsWith(ENGLISH_PATH + "/")) {
                chain.doFilter(request, response);
                return;
            }
            String inside = path.substring(ENGLISH_PATH.length());
            if (inside.isEmpty()) {
                response.sendRedirect(request.getContextPath() + ENGLISH_PATH + "/");
            } else if (inEnglish(inside)) {
                request.setAttribute(ENGLISH, true);
                chain.doFilter(new Inside(request, inside), response);
            } else {
                response.sendRedirect(request.getContextPath() + inside.replaceFirst("^/+", "/"));
            }
        }
    }

    private static final class Inside extends HttpServletRequestWrapper {

        private final String path;

        private Inside(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + ENGLISH_PATH;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
