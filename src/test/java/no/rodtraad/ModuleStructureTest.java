package no.rodtraad;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTest {

    @Test
    void featuresMeetOnlyWhereTheyHaveSaidSo() {
        ApplicationModules.of(RodTraadApplication.class).verify();
    }
}
