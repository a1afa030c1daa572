package org.puente.system;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, as Debian packs it ({@code chromium}, {@code chromium-driver}). */
final class Browser implements AutoCloseable {
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser onADesk() {
        return open(DESK);
    }

    static Browser onAPhone() {
        return open(PHONE);
    }

    /** Skips the test, and says so, where there is no browser. */
    private static Browser open(Dimension size) {
        Optional<File> chromium = onThePath("chromium");
        Optional<File> driver = onThePath("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String words = "NO BROWSER: install chromium and chromium-driver; this test is SKIPPED";
            System.err.println(words);
            Assumptions.abort(words);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        // Root, as in a build's container, may not have a sandbox.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--lang=en", "--accept-lang=en");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.manage().window().setSize(size);
        browser.driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(30));
        return browser;
    }

    private static Optional<File> onThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, program))
                .filter(File::canExecute)
                .findFirst();
    }

    Browser go(String url) {
        driver.get(url);
        return this;
    }

    Browser fill(String css, String text) {
        driver.findElement(By.cssSelector(css)).sendKeys(text);
        return this;
    }

    Browser press(String css) {
        driver.findElement(By.cssSelector(css)).click();
        return this;
    }

    String text(String css) {
        return driver.findElement(By.cssSelector(css)).getText();
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Whether a reader has to scroll to the side. */
    boolean isWiderThanItsWindow() {
        return (boolean) driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
    }

    /** What the page's scripts complained of. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Where the page breaks a rule of accessibility that axe knows, best practices among them. */
    List<String> barriers() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
