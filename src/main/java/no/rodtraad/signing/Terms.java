package no.rodtraad.signing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one employment contract says, item by item in the order of aml. § 14-6 first paragraph. */
record Terms(String employer, String employee, String position, List<Item> items) {

    /**
     * @param letter the item's letter in the law
     * @param text what the contract says, or empty where something is missing
     * @param missing what is missing and where to fill it in, or empty
     */
    record Item(String letter, String title, String text, Optional<String> missing) {}

    boolean complete() {
        return items.stream().allMatch(item -> item.missing().isEmpty());
    }

    /** One missing item a line, with where to fill it in. */
    String missingItems() {
        return items.stream()
                .flatMap(item ->
                        item
                                .missing()
                                .map(what -> "Bokstav %s) %s: %s".formatted(item.letter(), item.title(), what))
                                .stream())
                .collect(Collectors.joining("\n"));
    }
}
