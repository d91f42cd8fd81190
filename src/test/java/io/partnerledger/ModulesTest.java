package io.partnerledger;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.JavaPackage;

/**
 * Every package is a module, and a package inside another is open to that house alone: nobody outside the
 * announcements touches how they decide or write. Taken as two modules with all that is in them, announcements and
 * organizations could not know one another's vocabulary without a cycle.
 */
class ModulesTest {

    @BeforeAll
    static void everyPackageIsAModule() {
        System.setProperty("spring.modulith.detection-strategy", EveryPackage.class.getName());
    }

    @Test
    void modulesKeepToTheirBounds() {
        ApplicationModules.of(PartnerLedgerApplication.class).verify();
    }

    static final class EveryPackage implements ApplicationModuleDetectionStrategy {

        @Override
        public Stream<JavaPackage> getModuleBasePackages(JavaPackage rootPackage) {
            return rootPackage.getSubPackagesMatching((_, _) -> true);
        }
    }
}
