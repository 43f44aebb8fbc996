package no.rodtraad.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/** What anybody on the net can try again and again. */
enum Door {
    /** A public form is sent. */
    FORMS(request -> sends(request) && !leads(request, "/saker/", "/camunda/", "/engine-rest/")),

    /** Somebody asks for a new link. */
    LOST_LINK(request -> sends(request) && path(request).equals("/soknad/ny-lenke")),

    /** A secret link is followed; one that does not work counts. */
    LINKS(request -> leads(request, "/soknad/", "/interessenter/", "/undersokelse/"), 404),

    /** Somebody logs in; a wrong password counts. */
    LOGIN(
            request -> leads(request, "/engine-rest/") || sends(request) && leads(request, "/camunda/api/admin/auth/"),
            401);

    private static final int ANY = 0;

    private final Predicate<HttpServletRequest> tried;
    private final int counted;

    Door(Predicate<HttpServletRequest> tried) {
        this(tried, ANY);
    }

    Door(Predicate<HttpServletRequest> tried, int counted) {
        this.tried = tried;
        this.counted = counted;
    }

    static List<Door> triedBy(HttpServletRequest request) {
        return List.of(values()).stream()
                .filter(door -> door.tried.test(request))
                .toList();
    }

    /** Each try counts, however it ends. */
    boolean countsEach() {
        return counted == ANY;
    }

    /** Only a try that is answered like this counts. */
    boolean counts(int status) {
        return counted == status;
    }

    private static boolean sends(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    private static boolean leads(HttpServletRequest request, String... folders) {
        return List.of(folders).stream().anyMatch(path(request)::startsWith);
    }

    /** Decoded, as those who answer see it. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
