package no.rodtraad.application;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends files that are larger than the container will read back to their form with a sentence. Without it the
 * form's CSRF token would be lost with the rest of the body, and the applicant would be refused without a reason.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {

    static final String TOO_LARGE = "for-stor";

    private static final Pattern UPLOADS =
            Pattern.compile("/stillinger/[a-z0-9-]+/sok|/soknad/kladd/[\\w-]+|/soknad/[\\w-]+/endre");

    private final long largest;

    UploadLimit(@Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize largest) {
        this.largest = largest.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (largest >= 0
                && request.getContentLengthLong() > largest
                && "POST".equals(request.getMethod())
                && UPLOADS.matcher(path).matches()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getRequestURI() + "?feil=" + TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
