package no.rodtraad.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rodtraad.hiring.CaseAnswers;
import no.rodtraad.hiring.HiringCases;
import no.rodtraad.process.ApplicationId;
import no.rodtraad.process.CaseId;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** One case with what people answered in it, as the features that use it see it. */
public final class InMemoryCase implements CaseAnswers, Applicants {

    public static final CaseId ID = new CaseId("eksempelvik-2026-0001");

    private record Kept(@Nullable ApplicationId applicationId, Submission submission) {}

    private final List<Kept> kept = new ArrayList<>();
    private final Map<ApplicationId, String> names = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    public ApplicationId applicant(String name) {
        return applicant(ApplicationId.create(), name);
    }

    public ApplicationId applicant(ApplicationId id, String name) {
        names.put(id, name);
        return id;
    }

    /** @param fields key, label, value, key, label, value … */
    public void answer(@Nullable ApplicationId applicationId, String form, String user, Object... fields) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 3) {
            answers.add(new Answer((String) fields[i], (String) fields[i + 1], fields[i + 2]));
        }
        now = now.plusSeconds(3600);
        kept.add(new Kept(applicationId, new Submission(form, form, user, now, answers)));
    }

    public HiringCases cases() {
        HiringCases cases = Mockito.mock(HiringCases.class);
        HiringCases.HiringCase hiring = Mockito.mock(HiringCases.HiringCase.class);
        Mockito.when(hiring.title()).thenReturn("Barnehagelærer");
        Mockito.when(hiring.workplace()).thenReturn("Solbakken barnehage");
        Mockito.when(hiring.reportedAt()).thenReturn(Instant.parse("2026-03-01T08:00:00Z"));
        Mockito.when(cases.get(ID)).thenReturn(hiring);
        return cases;
    }

    @Override
    public Map<String, Object> latest(CaseId caseId, @Nullable ApplicationId applicationId) {
        Map<String, Object> latest = new HashMap<>();
        kept.forEach(
                one -> one.submission().answers().forEach(answer -> latest.put(answer.fieldKey(), answer.value())));
        return latest;
    }

    @Override
    public Optional<Submission> newest(CaseId caseId, @Nullable ApplicationId applicationId, String formKey) {
        List<Submission> all = all(caseId, applicationId, formKey);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public List<Submission> all(CaseId caseId, @Nullable ApplicationId applicationId, String formKey) {
        return kept.stream()
                .filter(one -> applicationId == null || applicationId.equals(one.applicationId()))
                .map(Kept::submission)
                .filter(submission -> submission.formKey().equals(formKey))
                .toList();
    }

    @Override
    public Optional<String> nameOf(ApplicationId applicationId) {
        return Optional.ofNullable(names.get(applicationId));
    }

    @Override
    public List<ApplicationId> ofCase(CaseId caseId) {
        return List.copyOf(names.keySet());
    }

    /** As the container would provide them. */
    @SafeVarargs
    public static <T> org.springframework.beans.factory.ObjectProvider<T> provider(T... beans) {
        return new org.springframework.beans.factory.ObjectProvider<>() {
            @Override
            public T getObject() {
                return beans[0];
            }

            @Override
            public java.util.stream.Stream<T> stream() {
                return java.util.stream.Stream.of(beans);
            }

            @Override
            public java.util.stream.Stream<T> orderedStream() {
                return stream();
            }
        };
    }
}
