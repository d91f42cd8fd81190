package io.partnerledger.platform;

import io.partnerledger.standing.Tabular;
import io.partnerledger.wire.WireJson;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How answers are written and the parameters of views are read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    @Primary
    JsonMapper viewJson() {
        return WireJson.view();
    }

    /** Nothing takes a form: a body that is sent as one is refused for its type, not read for parameters. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noForms() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverProblems() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerProblems()));
    }

    @Bean
    Draining draining() {
        return new Draining();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(Draining draining) {
        return tomcat -> tomcat.addEngineValves(draining.door());
    }

    /** After the others: who does not say what to accept gets JSON. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConverters(WebConfiguration::rowsAsPlainJson);
        converters.configureMessageConvertersList(list -> {
            list.add(new CsvRows(WireJson.view()));
            list.add(new NdjsonRows(WireJson.view()));
        });
    }

    /** Any kind of JSON would do otherwise, and who also accepts problems would get a view that is called one. */
    private static void rowsAsPlainJson(HttpMessageConverter<?> converter) {
        if (converter instanceof JacksonJsonHttpMessageConverter json) {
            json.registerMappersForType(
                    Tabular.class, mappers -> mappers.put(MediaType.APPLICATION_JSON, json.getMapper()));
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver());
        resolvers.add(new RequestKeyResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new QueryParameters()).addPathPatterns("/api/**");
    }
}
