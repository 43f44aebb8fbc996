package no.rodtraad.application;

/** For the numbers in the public list of applicants, and for nothing else. */
public enum Gender {
    FEMALE("Kvinne"),
    MALE("Mann"),
    OTHER("Annet eller ønsker ikke å oppgi");

    private final String label;

    Gender(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
