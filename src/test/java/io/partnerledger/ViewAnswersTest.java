package io.partnerledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;

/** What opens with a view has rows, an entity tag and every representation. */
@AnalyzeClasses(packages = "io.partnerledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ViewAnswersTest {

    @ArchTest
    static final ArchRule whatOpensWithAViewIsItsAnswer =
            classes().that().areRecords().and(open()).should().implement(ViewAnswer.class);

    private static DescribedPredicate<JavaClass> open() {
        return DescribedPredicate.describe(
                "open with a view",
                type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(View.class)));
    }
}
