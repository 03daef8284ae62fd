package io.tongban.process.engine;

import io.tongban.kernel.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine on the product's data source and transactions; its own users, web applications and scripting are off. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ThreadPoolTaskExecutor jobThreads() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(3);
        threads.setMaxPoolSize(8);
        threads.setQueueCapacity(3);
        threads.setThreadNamePrefix("job-");
        return threads;
    }

    @Bean
    JobExecutor jobExecutor(ThreadPoolTaskExecutor jobThreads) {
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(jobThreads);
        executor.setMaxWait(10_000);
        return executor;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobExecutor jobExecutor,
            StepDelegates steps,
            ModelListeners listeners,
            WorkingCalendars calendars,
            @Value("${tongban.jobs:true}") boolean jobs) {
        var engine = new Dated();
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("false");
        engine.setCustomHistoryLevels(List.of(new CourseOnly()));
        engine.setHistory(CourseOnly.NAME);
        engine.setHistoryTimeToLive("P365D");
        // What is old is found by its end when the clean-up runs; marking it costs 16 updates per request.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setJobExecutor(jobExecutor);
        engine.setJobExecutorActivate(jobs);
        engine.setIdGenerator(Ids::next);
        var quick = new ArrayList<>(QuickReads.managers());
        quick.add(new QuickEntities(Ids::next));
        engine.setCustomSessionFactories(quick);
        engine.setDefaultSerializationFormat("application/json");
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(CellFeel.factory());
        decisions.setCustomPostDecisionTableEvaluationListeners(List.of(listeners::evaluated));
        engine.setDmnEngineConfiguration(decisions);
        engine.setCustomPreVariableSerializers(List.of(new ListSerializer()));
        engine.setDbIdentityUsed(false);
        engine.setAuthorizationEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setEnableScriptCompilation(false);
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listeners)));
        engine.setBusinessCalendarManager(calendars.manager());
        engine.setBeans(new HashMap<>(Map.of("steps", steps)));
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    /** The engine with our way to keep dates. */
    private static final class Dated extends SpringProcessEngineConfiguration {

        @Override
        protected InputStream getMyBatisXmlConfigurationSteam() {
            try (var statements = super.getMyBatisXmlConfigurationSteam()) {
                var text = new String(statements.readAllBytes(), StandardCharsets.UTF_8);
                return new ByteArrayInputStream(text.replace("<mappers>", EngineDates.ENTRY + "<mappers>")
                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
