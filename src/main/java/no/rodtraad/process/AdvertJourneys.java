package no.rodtraad.process;

/**
 * What the rest of the application may ask of the process {@code advert-channel}, one instance each time an advert changes
 * in a channel. It is no part of the case: a channel that fails stops nothing else, and an advert is taken down after the
 * case was called off. Delivered later, each in a transaction of its own.
 */
public interface AdvertJourneys {

    /**
     * Brings one channel up to date with the advert.
     *
     * @param key idempotency key of what changed the advert; the same key again does nothing
     * @param channel id of the channel, e.g. {@code nav}
     */
    void update(String key, CaseId caseId, String channel);
}
