package no.rodtraad.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A limit")
class LimitTest {

    @Test
    void isWrittenAsANumberWithinATime() {
        assertThat(Limit.of("60/10m")).isEqualTo(new Limit(60, Duration.ofMinutes(10)));
        assertThat(Limit.of("5/1d")).isEqualTo(new Limit(5, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "0/10m", "-1/10m", "60/10", "60 / 10m", "60/10x", "x/10m"})
    void writtenOtherwiseIsRefusedWithAnExample(String written) {
        assertThatThrownBy(() -> Limit.of(written))
                .hasMessageContaining(written)
                .hasMessageContaining("60/10m");
    }

    @Test
    void isOneForAWholeIpv6NetworkAndOneForEachIpv4Address() {
        Visitors visitors = new Visitors(new RateLimits(true, "1/1h", "1/1h", "1/1h", "1/1h"));

        assertThat(visitors.at(Door.FORMS, "2001:db8:1:2:3:4:5:6"))
                .isSameAs(visitors.at(Door.FORMS, "2001:db8:1:2::9"));
        assertThat(visitors.at(Door.FORMS, "2001:db8:1:2::9")).isNotSameAs(visitors.at(Door.FORMS, "2001:db8:1:3::9"));
        assertThat(visitors.at(Door.FORMS, "192.0.2.1")).isNotSameAs(visitors.at(Door.FORMS, "192.0.2.2"));
        assertThat(visitors.at(Door.FORMS, "192.0.2.1")).isNotSameAs(visitors.at(Door.LINKS, "192.0.2.1"));
        assertThat(visitors.at(Door.FORMS, "not:an:address")).isNotNull();
    }
}
