package no.rodtraad.archive.fiks;

import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has come to one of our accounts.
 *
 * @param fromReceiver whether it is from the account that the municipality sends to; anybody with an account may write to ours
 * @param answersTo the message it answers, as {@link FiksIo#send} called it
 * @param correlation what that message was sent with
 * @param parts its XML files by name; empty where it has none, and where it cannot be opened with our keys
 */
public record FiksAnswer(
        String tenantId,
        UUID id,
        boolean fromReceiver,
        @Nullable UUID answersTo,
        @Nullable String correlation,
        String type,
        SortedMap<String, byte[]> parts) {}
