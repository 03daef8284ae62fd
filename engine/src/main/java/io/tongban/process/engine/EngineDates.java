package io.tongban.process.engine;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Dates of the engine as UTC dates and times, as the product's own instants are: a timer may wait beyond 2038. */
public class EngineDates extends BaseTypeHandler<Date> {

    /** Made by name, from the list of the engine's statements. */
    static final String ENTRY = "<typeHandlers><typeHandler javaType=\"java.util.Date\" handler=\""
            + EngineDates.class.getName() + "\"/></typeHandlers>";

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Date at, @Nullable JdbcType type)
            throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(Instant.ofEpochMilli(at.getTime()), ZoneOffset.UTC));
    }

    @Override
    public @Nullable Date getNullableResult(ResultSet rows, String column) throws SQLException {
        return at(rows.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Date getNullableResult(ResultSet rows, int column) throws SQLException {
        return at(rows.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Date getNullableResult(CallableStatement call, int column) throws SQLException {
        return at(call.getObject(column, LocalDateTime.class));
    }

    private static @Nullable Date at(@Nullable LocalDateTime utc) {
        return utc == null ? null : Date.from(utc.toInstant(ZoneOffset.UTC));
    }
}
