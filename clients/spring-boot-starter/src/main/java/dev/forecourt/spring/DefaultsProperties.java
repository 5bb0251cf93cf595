package dev.forecourt.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** What holds for every vendor that says nothing else. */
@ConfigurationProperties("forecourt.defaults")
final class DefaultsProperties extends CallProperties {}
