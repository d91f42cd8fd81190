package io.partnerledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationEvent;
import java.util.regex.Pattern;

/** What may know what. Vocabulary and decisions could be lifted out and run anywhere. */
@AnalyzeClasses(packages = "io.partnerledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ANNOUNCEMENT = "io.partnerledger.announcement";
    private static final String ORGANIZATION = "io.partnerledger.organization";

    private static final Pattern TIME_OR_CHANCE = Pattern.compile("java\\.time\\..*\\.now"
            + "|java\\.time\\.Clock\\.(system|tick).*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
            + "|java\\.lang\\.Math\\.random"
            + "|java\\.util\\.UUID\\.randomUUID");

    @ArchTest
    static final ArchRule announcementsKnowNothingButJava = mayKnow(ANNOUNCEMENT);

    @ArchTest
    static final ArchRule organizationsKnowAnnouncements = mayKnow(ORGANIZATION, ANNOUNCEMENT);

    @ArchTest
    static final ArchRule decisionsKnowTheirVocabulary = mayKnow(ANNOUNCEMENT + ".decision", ANNOUNCEMENT);

    @ArchTest
    static final ArchRule decisionsOfTheRegistryKnowBothVocabularies =
            mayKnow(ORGANIZATION + ".decision", ORGANIZATION, ANNOUNCEMENT);

    @ArchTest
    static final ArchRule ratesKnowNothingButJava = mayKnow("io.partnerledger.rates");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.partnerledger.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeAndChanceComeInWithTheCommand = noClasses()
            .that()
            .resideInAnyPackage(
                    ANNOUNCEMENT + "..",
                    ORGANIZATION + "..",
                    "io.partnerledger.rates..",
                    "io.partnerledger.standing..",
                    "io.partnerledger.deals..",
                    "io.partnerledger.totals..",
                    "io.partnerledger.roster..",
                    "io.partnerledger.claims..",
                    "io.partnerledger.capacity..",
                    "io.partnerledger.conflicts..",
                    "io.partnerledger.flows..",
                    "io.partnerledger.coverage..")
            .should()
            .accessTargetWhere(readsTimeOrChance())
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.random\\..*|java\\.(util|security)\\.(Secure)?Random")
            .because("the same log and the same question give the same answer, on any day and any machine");

    @ArchTest
    static final ArchRule whatIsAskedAndWhatHappenedAreRecords = classes()
            .that()
            .areAssignableTo(AnnouncementCommand.class)
            .or()
            .areAssignableTo(AnnouncementEvent.class)
            .or()
            .areAssignableTo(OrganizationCommand.class)
            .or()
            .areAssignableTo(OrganizationEvent.class)
            .or()
            .areAssignableTo(Statement.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    private static ArchRule mayKnow(String room, String... others) {
        String[] known = new String[others.length + 3];
        known[0] = "java..";
        known[1] = "org.jspecify..";
        known[2] = room;
        System.arraycopy(others, 0, known, 3, others.length);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTimeOrChance() {
        return DescribedPredicate.describe(
                "reads a clock or draws at random",
                access -> TIME_OR_CHANCE
                        .matcher(access.getTargetOwner().getName() + "." + access.getName())
                        .matches());
    }
}
