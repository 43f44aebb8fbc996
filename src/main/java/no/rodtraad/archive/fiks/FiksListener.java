package no.rodtraad.archive.fiks;

/** Takes what others send to our accounts. */
public interface FiksListener {

    /**
     * What has returned is told to Fiks IO as taken. It may come again, later or earlier than what belongs before it.
     *
     * @throws RuntimeException when it could not be taken; Fiks IO offers it twice more
     */
    void take(FiksAnswer answer);
}
