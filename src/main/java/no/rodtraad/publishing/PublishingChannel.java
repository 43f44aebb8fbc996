package no.rodtraad.publishing;

/**
 * A place outside our own pages that we can put an advert into. Every call may be repeated. One that fails throws an
 * unchecked exception whose message holds nothing personal, and is tried again; no other channel waits for it.
 */
public interface PublishingChannel {

    /** What the channel is called in the decision table and the form, e.g. {@code nav}. */
    String id();

    /** @return what the channel answered, for people; at most 500 characters */
    String publish(Advert advert);

    /** The same advert with another text or deadline. */
    String update(Advert advert);

    /** Takes the advert down. One that is not there is no error. */
    String withdraw(Advert advert);
}
