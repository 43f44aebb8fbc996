package no.rodtraad.document;

/** Who is behind a user id, for documents that people sign or read later. */
@FunctionalInterface
public interface StaffNames {

    /** The full name, or the user id itself where the user no longer exists. */
    String nameOf(String userId);
}
