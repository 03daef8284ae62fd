package io.tongban.leave;

import io.tongban.MariaDb;
import io.tongban.ProductTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ProductTest
class LeaveRacesOnMariaDbTest extends LeaveRaces {

    @DynamicPropertySource
    static void onMariaDb(DynamicPropertyRegistry properties) {
        MariaDb.use(properties);
    }
}
