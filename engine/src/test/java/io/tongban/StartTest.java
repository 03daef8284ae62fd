package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductTest
class StartTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void the_engine_and_the_product_share_one_database() {
        assertThat(jdbc.queryForObject("select count(*) from ACT_GE_PROPERTY", Integer.class))
                .isPositive();
    }
}
