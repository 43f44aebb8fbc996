package no.rodtraad.application;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.messaging.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What an applicant fills in, kept as JSON without the files while it is a draft. Everything is text until it is checked, so that nothing typed is lost. */
@JsonIgnoreProperties(
        value = {"cv", "attachments"},
        ignoreUnknown = true)
public class ApplicationForm {

    private static final String ONE_LINE = "[^\\p{Cntrl}]*";

    @NotBlank(message = "{application.name.required}")
    @Size(max = 120, message = "{application.name.long}")
    @Pattern(regexp = ONE_LINE, message = "{application.name.line}")
    private String name = "";

    @NotBlank(message = "{application.email.required}")
    @Size(max = 254, message = "{application.email.invalid}")
    @Email(
            regexp = "|[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]+",
            message = "{application.email.invalid}")
    private String email = "";

    @NotBlank(message = "{application.phone.required}")
    @Pattern(regexp = "|\\+?[0-9 ]{8,20}", message = "{application.phone.invalid}")
    private String phone = "";

    @NotBlank(message = "{application.birthYear.required}")
    @Pattern(regexp = "|(19|20)[0-9]{2}", message = "{application.birthYear.invalid}")
    private String birthYear = "";

    @NotBlank(message = "{application.gender.required}")
    @Pattern(regexp = "|FEMALE|MALE|OTHER", message = "{application.gender.required}")
    private String gender = "";

    @NotBlank(message = "{application.jobTitle.required}")
    @Size(max = 120, message = "{application.jobTitle.long}")
    @Pattern(regexp = ONE_LINE, message = "{application.jobTitle.long}")
    private String jobTitle = "";

    @NotBlank(message = "{application.municipality.required}")
    @Size(max = 80, message = "{application.municipality.long}")
    @Pattern(regexp = ONE_LINE, message = "{application.municipality.long}")
    private String municipality = "";

    @NotBlank(message = "{application.education.required}")
    @Size(max = 5_000, message = "{application.education.long}")
    private String education = "";

    @NotBlank(message = "{application.experience.required}")
    @Size(max = 10_000, message = "{application.experience.long}")
    private String experience = "";

    @NotBlank(message = "{application.letter.required}")
    @Size(max = 20_000, message = "{application.letter.long}")
    private String letter = "";

    @Size(max = 200, message = "{application.source.long}")
    @Pattern(regexp = ONE_LINE, message = "{application.source.long}")
    private String source = "";

    private boolean exemptionWanted;

    @Size(max = 2_000, message = "{application.exemptionReason.long}")
    private String exemptionReason = "";

    private String language = "nb";

    private Map<String, String> wishes = new LinkedHashMap<>();

    private @Nullable String cameFrom;

    private @Nullable MultipartFile cv;
    private List<MultipartFile> attachments = List.of();

    /** What was filled in once, as it is kept now. */
    static ApplicationForm of(ApplicationInfo application, Language language) {
        var form = new ApplicationForm();
        form.setName(application.applicantName());
        form.setEmail(application.email());
        form.setPhone(application.phone());
        form.setBirthYear(Integer.toString(application.birthYear()));
        form.setGender(application.gender().name());
        form.setJobTitle(application.jobTitle());
        form.setMunicipality(application.municipality());
        form.setEducation(application.education());
        form.setExperience(application.experience());
        form.setLetter(application.letter());
        form.setLanguage(language.tag());
        return form;
    }

    /** The channel whose link the applicant followed; null where there was none. */
    public @Nullable String getCameFrom() {
        return cameFrom;
    }

    public void setCameFrom(@Nullable String cameFrom) {
        this.cameFrom = cameFrom;
    }

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

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getBirthYear() {
        return birthYear;
    }

    public void setBirthYear(String birthYear) {
        this.birthYear = birthYear;
    }

    public String getGender() {
        return gender;
    }

    public void setGender(String gender) {
        this.gender = gender;
    }

    public String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(String municipality) {
        this.municipality = municipality;
    }

    public String getEducation() {
        return education;
    }

    public void setEducation(String education) {
        this.education = education;
    }

    public String getExperience() {
        return experience;
    }

    public void setExperience(String experience) {
        this.experience = experience;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public boolean isExemptionWanted() {
        return exemptionWanted;
    }

    public void setExemptionWanted(boolean exemptionWanted) {
        this.exemptionWanted = exemptionWanted;
    }

    public String getExemptionReason() {
        return exemptionReason;
    }

    public void setExemptionReason(String exemptionReason) {
        this.exemptionReason = exemptionReason;
    }

    /** The written form that messages to the applicant keep to: {@code nb} or {@code nn}. */
    public String getLanguage() {
        return language;
    }

    /** Whatever is not nynorsk is bokmål. */
    public void setLanguage(String language) {
        this.language = language.equals("nn") ? "nn" : "nb";
    }

    /** By slug which wish a position is, {@code 1} the first; empty for one that is not applied for. */
    public Map<String, String> getWishes() {
        return wishes;
    }

    public void setWishes(Map<String, String> wishes) {
        this.wishes = wishes;
    }

    public @Nullable MultipartFile getCv() {
        return cv;
    }

    public void setCv(@Nullable MultipartFile cv) {
        this.cv = cv;
    }

    public List<MultipartFile> getAttachments() {
        return attachments;
    }

    public void setAttachments(List<MultipartFile> attachments) {
        this.attachments = attachments;
    }
}
