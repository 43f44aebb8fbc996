package no.rodtraad.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;

/** What each address has left at each door. Kept in memory only, and forgotten when the address has gone quiet. */
class Visitors {

    private static final Duration QUIET = Duration.ofDays(1);
    private static final int MOST = 200_000;
    /** One household or organisation gets at least this much of an IPv6 address, and may use all of it. */
    private static final int NETWORK_BYTES = 8;

    private final RateLimits limits;
    private final Cache<Visit, Bucket> left =
            Caffeine.newBuilder().expireAfterAccess(QUIET).maximumSize(MOST).build();

    Visitors(RateLimits limits) {
        this.limits = limits;
    }

    /** @param address an IP address in digits */
    Bucket at(Door door, String address) {
        return left.get(new Visit(door, network(address)), visit -> bucket(limits.of(visit.door())));
    }

    private static Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                .build();
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record Visit(Door door, String network) {}
}
