package org.puente.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.kafka.ServiceNames;

/** The walls of the house: which part may know which. */
class WallsTest {
    private static final Path ROOT = Path.of(System.getProperty("puente.home"));
    private static final JavaClasses ALL = read();

    private static JavaClasses read() {
        ClassFileImporter importer = new ClassFileImporter();
        List<Path> places = new ArrayList<>(ServiceNames.ALL.stream()
                .map(name -> ROOT.resolve(name + "-service/target/classes"))
                .toList());
        places.add(ROOT.resolve("platform/target/classes"));
        places.add(ROOT.resolve("contracts/target/classes"));
        return importer.importPaths(places);
    }

    @Test
    void everyPartOfTheHouseIsLookedAt() {
        assertThat(ServiceNames.ALL)
                .allSatisfy(name -> assertThat(ALL.containPackage("org.puente." + name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void servicesDoNotKnowEachOther() {
        for (String one : ServiceNames.ALL) {
            String[] others = ServiceNames.ALL.stream()
                    .filter(other -> !other.equals(one))
                    .map(other -> "org.puente." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.puente." + one + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ALL);
        }
    }

    @Test
    void thePlatformKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("org.puente.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ServiceNames.ALL.stream()
                        .map(name -> "org.puente." + name + "..")
                        .toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void theContractsKnowNothingButJava() {
        classes()
                .that()
                .resideInAPackage("org.puente.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.puente.contracts..")
                .check(ALL);
    }

    @Test
    void onlyTheUnitOfWorkStartsATransactionOfASession() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.puente.platform.persistence.UnitOfWork")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.reactive.mutiny.Mutiny$SessionFactory")
                .check(ALL);
    }

    @Test
    void onlyTheRelayHoldsAProducer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.puente.platform.outbox..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
                .check(ALL);
    }

    /** A resource, and what only resources use: a page, a form of a result. Rules never meet one of them. */
    @Test
    void noRuleKnowsHttp() {
        DescribedPredicate<JavaClass> knowHttp =
                DescribedPredicate.describe("know HTTP", it -> knowsHttp(it) || knowsHttp(outermost(it)));
        noClasses()
                .that(DescribedPredicate.not(knowHttp))
                .should()
                .dependOnClassesThat(knowHttp)
                .check(ALL);
    }

    private static boolean knowsHttp(JavaClass it) {
        return ServiceNames.ALL.stream().anyMatch(name -> it.getPackageName().startsWith("org.puente." + name))
                && it.getDirectDependenciesFromSelf().stream()
                        .map(used -> used.getTargetClass().getName())
                        .anyMatch(WallsTest::isHttp);
    }

    private static boolean isHttp(String name) {
        return name.startsWith("jakarta.ws.rs.")
                || name.startsWith("io.vertx.ext.web.")
                || name.startsWith("io.vertx.core.http.HttpServer");
    }

    private static JavaClass outermost(JavaClass it) {
        return it.getEnclosingClass().map(WallsTest::outermost).orElse(it);
    }
}
