package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A candidate's Chromium with JavaScript switched off. Each page it comes to is looked at before the candidate goes on: by
 * axe, at 1280 and 320 pixels, and with the Tab key alone. A picture of it is left in {@code target/candidate-pages}.
 */
final class CandidateBrowser implements AutoCloseable {

    static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "candidate-pages");
    private static final List<Integer> WIDTHS = List.of(320, 1280);
    private static final int MOST_STOPS = 100;

    /** Radio buttons with one name are one stop. */
    private static final String STOP = """
            const stop = e => e.type === 'radio' ? 'radio ' + e.name
                : [e.tagName, e.id, e.getAttribute('href'), e.getAttribute('value')].join(' ');
            """;

    private static final String STOPS = """
            document.activeElement.blur();
            return [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
                .filter(e => e.tabIndex >= 0 && e.type !== 'hidden' && e.checkVisibility())
                .map(stop);
            """;

    private final String baseUrl;
    private final ChromeDriver chromium;
    private int pages;

    CandidateBrowser(String baseUrl) {
        this.baseUrl = baseUrl;
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--force-prefers-reduced-motion",
                        "--lang=nb-NO");
        this.chromium = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        chromium.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        javaScript(false);
    }

    static boolean isInstalled() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    CandidateBrowser visits(String path) {
        chromium.get(baseUrl + path);
        return judged();
    }

    CandidateBrowser follows(String link) {
        chromium.findElement(By.partialLinkText(link)).click();
        return judged();
    }

    CandidateBrowser types(String field, String text) {
        WebElement input = chromium.findElement(By.name(field));
        input.clear();
        input.sendKeys(text);
        return this;
    }

    CandidateBrowser ticks(String id) {
        chromium.findElement(By.id(id)).click();
        return this;
    }

    /** Ticks the first of the choices with such a name. */
    CandidateBrowser choosesFirst(String name) {
        chromium.findElements(By.name(name)).get(0).click();
        return this;
    }

    CandidateBrowser attaches(String field, Path... files) {
        String paths = String.join(
                "\n",
                List.of(files).stream()
                        .map(file -> file.toAbsolutePath().toString())
                        .toList());
        chromium.findElement(By.name(field)).sendKeys(paths);
        return this;
    }

    CandidateBrowser presses(String button) {
        chromium.findElement(
                        By.xpath("//main//button[not(@aria-hidden)][contains(normalize-space(), '" + button + "')]"))
                .click();
        return judged();
    }

    CandidateBrowser sees(String... texts) {
        assertThat(chromium.findElement(By.tagName("main")).getText()).contains(texts);
        return this;
    }

    String valueOf(String field) {
        return String.valueOf(chromium.findElement(By.name(field)).getDomProperty("value"));
    }

    boolean canFollow(String link) {
        return !chromium.findElements(By.partialLinkText(link)).isEmpty();
    }

    private CandidateBrowser judged() {
        pages++;
        for (int width : WIDTHS) {
            wide(width);
            assertThat((Long) chromium.executeScript("return document.documentElement.scrollWidth"))
                    .as("width of %s at %d pixels", title(), width)
                    .isLessThanOrEqualTo(width);
            javaScript(true);
            assertThat(Axe.violations(chromium))
                    .as("%s at %d pixels", title(), width)
                    .isEmpty();
            javaScript(false);
            takesPicture(width);
        }
        reachesEverythingByKeyboard();
        return this;
    }

    /** Tab comes to every link, field and button, and one can see where one is. */
    private void reachesEverythingByKeyboard() {
        Set<Object> left = new HashSet<>((List<?>) chromium.executeScript(STOP + STOPS));
        for (int press = 0; press < MOST_STOPS && !left.isEmpty(); press++) {
            new Actions(chromium).sendKeys(Keys.TAB).perform();
            Object here = chromium.executeScript(STOP + "return stop(document.activeElement)");
            assertThat(chromium.executeScript("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as("outline of %s on %s", here, title())
                    .isNotEqualTo("none");
            left.remove(here);
        }
        assertThat(left).as("cannot be reached with Tab on %s", title()).isEmpty();
    }

    private String title() {
        return chromium.getTitle() + " (" + chromium.getCurrentUrl().replaceAll("[A-Za-z0-9_-]{43}", "…") + ")";
    }

    private void takesPicture(int width) {
        try {
            Files.createDirectories(PICTURES);
            Long height = (Long) chromium.executeScript("return document.documentElement.scrollHeight");
            size(width, height == null ? 900 : height.intValue());
            Files.write(
                    PICTURES.resolve("%02d-%d.png".formatted(pages, width)),
                    chromium.getScreenshotAs(OutputType.BYTES));
            wide(width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void wide(int width) {
        size(width, 900);
    }

    private void size(int width, int height) {
        chromium.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void javaScript(boolean on) {
        chromium.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    @Override
    public void close() {
        chromium.quit();
    }
}
