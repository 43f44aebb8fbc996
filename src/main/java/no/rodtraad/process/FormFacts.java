package no.rodtraad.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature's contribution to what every form may show, e.g. {@code caseNumber} or {@code candidateName}. */
public interface FormFacts {

    Map<String, @Nullable Object> facts(FormContext context);
}
