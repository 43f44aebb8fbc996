package no.rodtraad.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/** Who is logged in to Tasklist is logged in to our staff pages: the webapps keep that in the HTTP session. */
final class StaffAuthentication {

    private StaffAuthentication() {}

    static Optional<Staff> of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        @Nullable Authentications all = AuthenticationUtil.getAuthsFromSession(session);
        if (all == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((UserAuthentication) all.getAuthenticationForProcessEngine("default"))
                .map(user ->
                        new Staff(user.getIdentityId(), orEmpty(user.getGroupIds()), orEmpty(user.getTenantIds())));
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The filter that carries it over, on each request anew. */
    static final class Filter extends AbstractPreAuthenticatedProcessingFilter {

        Filter() {
            setAuthenticationManager(new Trusting());
            setCheckForPrincipalChanges(true);
            setSecurityContextRepository(
                    new org.springframework.security.web.context.RequestAttributeSecurityContextRepository());
        }

        @Override
        protected @Nullable Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
            return of(request).orElse(null);
        }

        @Override
        protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
            return "";
        }
    }

    private static final class Trusting implements AuthenticationManager {
        @Override
        public Authentication authenticate(Authentication authentication) {
            return new org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken(
                    authentication.getPrincipal(), "", AuthorityUtils.createAuthorityList("STAFF"));
        }
    }
}
