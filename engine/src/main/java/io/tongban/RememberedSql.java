package io.tongban;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.MixedSqlNode;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.scripting.xmltags.XMLScriptBuilder;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/** MyBatis takes a statement with loops or conditions apart at every call; here it does so once for every shape of it. */
public final class RememberedSql extends XMLLanguageDriver {

    private static final int MOST = 200;

    @Override
    public SqlSource createSqlSource(Configuration configuration, XNode script, Class<?> parameterType) {
        var builder = new Builder(configuration, script, parameterType);
        var source = builder.parseScriptNode();
        return source instanceof DynamicSqlSource
                ? new Remembered(configuration, builder.parseDynamicTags(script))
                : source;
    }

    private static final class Builder extends XMLScriptBuilder {

        Builder(Configuration configuration, XNode script, Class<?> parameterType) {
            super(configuration, script, parameterType);
        }

        @Override
        protected MixedSqlNode parseDynamicTags(XNode node) {
            return super.parseDynamicTags(node);
        }
    }

    private static final class Remembered implements SqlSource {

        private final Configuration configuration;
        private final SqlNode root;
        private final Map<String, SqlSource> shapes = new ConcurrentHashMap<>();

        Remembered(Configuration configuration, SqlNode root) {
            this.configuration = configuration;
            this.root = root;
        }

        @Override
        public BoundSql getBoundSql(@Nullable Object parameter) {
            var context = new DynamicContext(configuration, parameter);
            root.apply(context);
            if (shapes.size() > MOST) {
                shapes.clear();
            }
            var shape = shapes.computeIfAbsent(
                    context.getSql(),
                    sql -> new SqlSourceBuilder(configuration)
                            .parse(
                                    sql,
                                    parameter == null ? Object.class : parameter.getClass(),
                                    context.getBindings()));
            var bound = Objects.requireNonNull(shape).getBoundSql(parameter);
            context.getBindings().forEach(bound::setAdditionalParameter);
            return bound;
        }
    }
}
