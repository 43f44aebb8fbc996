package no.rodtraad.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Four doors, kept apart: the engine's REST API, its webapps, our staff pages, and what anybody may see. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Whole paths, because the REST API and the webapps are not served by Spring MVC. */
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** The REST API and our own calls: HTTP Basic against the engine's users, 401 and never a redirect. The filter below checks. */
    @Bean
    @Order(1)
    SecurityFilterChain restApi(HttpSecurity http) throws Exception {
        return http.securityMatchers(
                        paths -> paths.requestMatchers(PATHS.matcher("/engine-rest/**"), PATHS.matcher("/api/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The webapps bring login, CSRF protection and headers of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Our staff pages: whoever is logged in to Tasklist. */
    @Bean
    @Order(3)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        return pages(http.securityMatchers(
                        paths -> paths.requestMatchers(PATHS.matcher("/saker/**"), PATHS.matcher("/prosesser/**"))))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("STAFF"))
                .addFilter(new StaffAuthentication.Filter())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, e) -> response.sendRedirect(request.getContextPath() + "/logg-inn")))
                .build();
    }

    /** Everything for candidates and the public; no session is ever made here. */
    @Bean
    @Order(4)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return pages(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * Whoever is logged in is found anew on each request. That is no login: session and token stay as they are, so that
     * a form in one tab can be sent although another tab has been used since.
     */
    private static HttpSecurity pages(HttpSecurity http) throws Exception {
        var noLogin = new NullAuthenticatedSessionStrategy();
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).sessionAuthenticationStrategy(noLogin))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionAuthenticationStrategy(noLogin))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), browsing-topics=()"))
                        .frameOptions(Customizer.withDefaults()));
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("rodtraad-csrf");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        return repository;
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> restAuthentication() {
        var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        registration.addUrlPatterns("/engine-rest/*", "/api/*");
        registration.setOrder(1);
        return registration;
    }

    /**
     * A browser that once logged in to the REST API sends the password by itself, so a foreign page could post to it.
     * Programs such as the Modeler send no such headers, or come from nowhere.
     */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> restFromSameSiteOnly() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new SameSiteOnly());
        registration.addUrlPatterns("/engine-rest/*", "/api/*");
        registration.setOrder(0);
        return registration;
    }

    private static final class SameSiteOnly extends OncePerRequestFilter {

        private static final Set<String> HARMLESS = Set.of("same-origin", "none");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            @Nullable String site = request.getHeader("Sec-Fetch-Site");
            @Nullable String origin = request.getHeader("Origin");
            boolean foreignSite = site != null && !HARMLESS.contains(site);
            boolean foreignOrigin = origin != null
                    && origin.startsWith("http")
                    && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
            if (foreignSite || foreignOrigin) {
                response.sendError(HttpStatus.FORBIDDEN.value());
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
