package no.rodtraad.talentpool;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** What somebody fills in to join the talent pool or to change what it says. */
public class PoolForm {

    private static final String ONE_LINE = "[^\\p{Cntrl}]*";

    @NotBlank(message = "{application.name.required}")
    @Size(max = 120, message = "{application.name.long}")
    @Pattern(regexp = ONE_LINE, message = "{application.name.line}")
    private String name = "";

    @NotBlank(message = "{pool.email.required}")
    @Size(max = 254, message = "{application.email.invalid}")
    @Email(
            regexp = "|[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]+",
            message = "{application.email.invalid}")
    private String email = "";

    @NotBlank(message = "{pool.competence.required}")
    @Size(max = 2_000, message = "{pool.competence.long}")
    private String competence = "";

    @NotEmpty(message = "{pool.groups.required}")
    private List<String> groups = new ArrayList<>();

    @NotEmpty(message = "{pool.municipalities.required}")
    private List<String> municipalities = new ArrayList<>();

    @Pattern(regexp = "nb|nn", message = "{pool.language.required}")
    private String language = "nb";

    private boolean consent;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getCompetence() {
        return competence;
    }

    public void setCompetence(String competence) {
        this.competence = competence;
    }

    public List<String> getGroups() {
        return groups;
    }

    public void setGroups(List<String> groups) {
        this.groups = groups;
    }

    public List<String> getMunicipalities() {
        return municipalities;
    }

    public void setMunicipalities(List<String> municipalities) {
        this.municipalities = municipalities;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
