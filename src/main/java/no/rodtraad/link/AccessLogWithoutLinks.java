package no.rodtraad.link;

import java.io.CharArrayWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.Valve;
import org.apache.catalina.valves.AccessLogValve;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps secret links out of Tomcat's access log where somebody has switched it on. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccessLogWithoutLinks implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        List<Valve> valves = factory.getEngineValves().stream()
                .map(AccessLogWithoutLinks::masked)
                .toList();
        factory.setEngineValves(valves);
    }

    private static Valve masked(Valve valve) {
        if (!(valve instanceof AccessLogValve log)) {
            return valve;
        }
        Masking masking = new Masking();
        BeanUtils.copyProperties(log, masking, "container", "next", "domain");
        return masking;
    }

    private static final class Masking extends AccessLogValve {

        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

        @Override
        public void log(CharArrayWriter line) {
            CharArrayWriter masked = new CharArrayWriter();
            masked.append(TOKEN.matcher(line.toString()).replaceAll("***"));
            super.log(masked);
        }
    }
}
