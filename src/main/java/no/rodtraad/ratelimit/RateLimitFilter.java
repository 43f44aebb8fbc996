package no.rodtraad.ratelimit;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away an address that has tried a door too often, until it has waited. Stands behind Spring Security, so that the
 * page it shows has the same headers as all others, and before whoever checks passwords and links. Behind a proxy the
 * address is the one that Tomcat takes from {@code X-Forwarded-For}, as far as the proxies are our own.
 */
class RateLimitFilter extends OncePerRequestFilter {

    private final Visitors visitors;

    RateLimitFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Door> doors = Door.triedBy(request);
        for (Door door : doors) {
            Duration wait = tries(door, visitors.at(door, request.getRemoteAddr()));
            if (!wait.isZero()) {
                turnAway(door, request, response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
        doors.stream()
                .filter(door -> door.counts(response.getStatus()))
                .forEach(door -> visitors.at(door, request.getRemoteAddr()).tryConsume(1));
    }

    /** @return how long to wait; zero when the door may be tried now */
    private static Duration tries(Door door, Bucket left) {
        return Duration.ofNanos(
                door.countsEach()
                        ? left.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill()
                        : left.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static void turnAway(Door door, HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        if (door == Door.LOGIN) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(TooManyPage.sentence(wait));
            return;
        }
        request.setAttribute(TooManyPage.WAIT, wait);
        request.setAttribute(TooManyPage.WHERE, request.getRequestURI());
        request.getRequestDispatcher(TooManyPage.PATH).forward(request, response);
    }
}
