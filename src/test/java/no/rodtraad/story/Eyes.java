package no.rodtraad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens pages in Chromium, wide and as narrow as a small phone, and lets axe judge them by WCAG 2.1 A and AA. A picture of
 * each is left in {@code target/pages}. Where Chromium and its driver are not installed it says so and looks at nothing.
 */
final class Eyes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Eyes.class);
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "pages");
    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private final String baseUrl;
    private final @Nullable ChromeDriver chromium;

    Eyes(String baseUrl) {
        this.baseUrl = baseUrl;
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            LOG.warn("Chromium and chromedriver are not installed; no page is looked at");
            this.chromium = null;
            return;
        }
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
                        "--lang=nb-NO");
        this.chromium = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    /** Anybody can use the page, also with a screen reader and at 320 pixels. */
    void lookAt(String path) {
        if (chromium == null) {
            return;
        }
        for (int width : WIDTHS) {
            size(chromium, width, 900);
            chromium.get(path.startsWith("http") ? path : baseUrl + path);
            assertThat(Axe.violations(chromium))
                    .as("%s at %d pixels", path, width)
                    .isEmpty();
            assertThat((Long) chromium.executeScript("return document.documentElement.scrollWidth"))
                    .as("width of %s at %d pixels", path, width)
                    .isLessThanOrEqualTo(width);
            takesPicture(chromium, path, width);
        }
    }

    private static void takesPicture(ChromeDriver chromium, String path, int width) {
        Object height = chromium.executeScript("return document.documentElement.scrollHeight");
        size(chromium, width, height instanceof Long high ? high.intValue() : 900);
        String name = path.replaceAll("https?://[^/]+", "")
                .replaceAll("[A-Za-z0-9_-]{43}|[0-9a-f-]{36}|eksempelvik-[0-9-]+", "x")
                .replaceAll("[^a-zæøå0-9-]+", "_");
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve("%s-%d.png".formatted(name, width)), chromium.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void size(ChromeDriver chromium, int width, int height) {
        chromium.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** As an employee does it in Tasklist; the pages that follow are this employee's. */
    void logsIn(String user) {
        if (chromium == null) {
            return;
        }
        StaffBrowser browser = new StaffBrowser(baseUrl, user);
        chromium.get(baseUrl + "/logg-inn");
        chromium.manage().deleteAllCookies();
        browser.cookies()
                .forEach(cookie -> chromium.manage()
                        .addCookie(new Cookie.Builder(cookie.getName(), cookie.getValue())
                                .path("/")
                                .build()));
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.quit();
        }
    }
}
