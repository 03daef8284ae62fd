package io.tongban.yardstick;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A bare application with the engine and one page; with the profile {@code rest} also the engine's REST interface. */
@SpringBootApplication
public class Yardstick {

    public static void main(String[] args) {
        SpringApplication.run(Yardstick.class, args);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource, PlatformTransactionManager transactions, ApplicationContext context) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setApplicationContext(context);
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("full");
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setJobExecutorActivate(true);
        engine.setEnforceHistoryTimeToLive(false);
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    @Bean
    ApplicationRunner deployment(ProcessEngine engine) {
        return arguments -> engine.getRepositoryService()
                .createDeployment()
                .name("plain")
                .enableDuplicateFiltering(false)
                .addClasspathResource("plain.bpmn")
                .deploy();
    }

    @Bean
    @Profile("rest")
    ResourceConfig rest() {
        var resources = new ResourceConfig();
        resources.registerClasses(CamundaRestResources.getResourceClasses());
        resources.registerClasses(CamundaRestResources.getConfigurationClasses());
        return resources;
    }

    @RestController
    static class Page {

        @GetMapping("/")
        String page() {
            return "ok";
        }
    }
}
