package io.tongban;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The shape of the server: modules, rings, and what code of ours does not do. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tongban", "db.migration");

    private static final int OFFICE = 4;

    /** Rings below the office modules; whatever is not named here is an office module. */
    private static final Map<String, Integer> RINGS = Map.ofEntries(
            Map.entry("kernel", 0),
            Map.entry("org", 1),
            Map.entry("access", 1),
            Map.entry("file", 2),
            Map.entry("audit", 2),
            Map.entry("search", 2),
            Map.entry("notify", 2),
            Map.entry("calendar", 2),
            Map.entry("process", 3),
            Map.entry("approval", 3),
            Map.entry("record", 3),
            Map.entry("studio", 3),
            Map.entry("insight", 3),
            Map.entry("demo", 5));

    /** Edges inside a ring that were decided on. */
    private static final List<String> INSIDE = List.of(
            "access->org",
            "notify->calendar",
            "approval->process",
            "record->process",
            "insight->process",
            "studio->process",
            "studio->approval");

    private static Map<String, ApplicationModule> modules() {
        var modules = new TreeMap<String, ApplicationModule>();
        CODE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.getPackageName().matches("io\\.tongban\\.[a-z]+"))
                .forEach(type -> modules.put(
                        type.getPackageName().substring("io.tongban.".length()),
                        type.isAnnotatedWith(ApplicationModule.class)
                                ? type.getAnnotationOfType(ApplicationModule.class)
                                : ArchitectureTest.class.getAnnotation(ApplicationModule.class)));
        return modules;
    }

    @Test
    void modules_use_of_each_other_only_what_they_may() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void every_module_says_which_modules_it_uses_and_they_are_in_lower_rings() {
        assertThat(modules()).isNotEmpty().allSatisfy((name, module) -> {
            assertThat(module).as("@ApplicationModule of " + name).isNotNull();
            assertThat(module.allowedDependencies())
                    .as("dependencies of " + name)
                    .allSatisfy(other -> {
                        assertThat(other).matches("[a-z]+");
                        assertThat(ring(other) < ring(name) || INSIDE.contains(name + "->" + other))
                                .as(name + " uses " + other)
                                .isTrue();
                    });
        });
    }

    private static int ring(String module) {
        return RINGS.getOrDefault(module, OFFICE);
    }

    @Test
    void only_the_port_to_the_engine_imports_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tongban.process.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void names_say_what_a_type_is_not_which_pattern_it_follows() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|VO|BO|Convert|Converter|Base|Abstract)")
                .check(CODE);
    }

    @Test
    void what_a_bean_needs_it_gets_through_its_constructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
        noFields()
                .should()
                .beAnnotatedWith(org.springframework.beans.factory.annotation.Value.class)
                .check(CODE);
        noClasses().should().beAnnotatedWith(Lazy.class).check(CODE);
        assertThat(CODE.stream()
                        .flatMap(type -> type.getConstructors().stream())
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .filter(parameter -> parameter.isAnnotatedWith(Lazy.class)))
                .isEmpty();
    }

    @Test
    void the_time_comes_from_the_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.tongban.kernel.Ids")
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("now() without a clock") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        var owner = call.getTargetOwner().getName();
                        var clock = call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.getName().equals("java.time.Clock"));
                        return owner.startsWith("java.time.") && call.getName().equals("now") && !clock
                                || owner.equals("java.lang.System")
                                        && call.getName().equals("currentTimeMillis");
                    }
                })
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tongban.process.engine")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CODE);
    }

    @Test
    void every_package_says_what_may_be_null() {
        var unmarked = CODE.stream()
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(type -> type.getPackageName())
                .distinct();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void statements_stand_in_mappers_where_their_tables_are_checked() {
        noClasses()
                .that()
                .resideInAnyPackage("io.tongban..")
                .and()
                // They know when something is asked or committed, not what.
                .haveNameNotMatching(".*\\.(GroupCommit|KeptStatements|EmbeddedDatabase)(\\$.*)?")
                .and()
                .areNotAssignableTo(TypeHandler.class)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..")
                        .and(DescribedPredicate.describe(
                                "other than exceptions", type -> !type.isAssignableTo(Throwable.class))))
                .check(CODE);
    }
}
